import { expect, test } from 'vitest';
import { recentClips, clipCounts, trashedClips } from '../../../src/database/clips/clip-queries.ts';
import { saveClip } from '../../../src/database/clips/clip-writes.ts';
import type { Database } from '../../../src/database/database.ts';
import { deleteTrashed, editClip, setTrashed } from '../../../src/database/clips/clip-state-writes.ts';
import { makeArticle } from '../../factories/article.ts';
import { makeDatabase } from '../../factories/database.ts';

async function libraryOf(ids: readonly string[]): Promise<Database> {
  const database = await makeDatabase();
  for (const [index, id] of ids.entries()) {
    const article = makeArticle({ url: `https://example.com/${id}`, title: id });
    await saveClip(
      database,
      { article, tags: [], note: undefined, source: null },
      { newId: id, now: index + 1 },
    );
  }
  return database;
}

const idsOf = (clips: readonly { id: string }[]) => clips.map((clip) => clip.id);

test('lists newest first, page by page, without the trash', async () => {
  const database = await libraryOf(['a', 'b', 'c', 'd']);
  await setTrashed(database, ['c'], 100, 100);
  expect(idsOf(await recentClips(database, { limit: 2 }))).toEqual(['d', 'b']);
  expect(idsOf(await recentClips(database, { limit: 2, before: 2 }))).toEqual(['a']);
  expect(idsOf(await trashedClips(database, 10))).toEqual(['c']);
  expect(await clipCounts(database)).toEqual({ clips: 3, trashed: 1 });
});

test('takes a clip out of the trash as it was', async () => {
  const database = await libraryOf(['a']);
  const before = await database.clips.get('a');
  await setTrashed(database, ['a', 'unknown'], 100, 100);
  await setTrashed(database, ['a'], null, 200);
  expect(await database.clips.get('a')).toEqual(before);
});

test('deletes for good only what is in the trash', async () => {
  const database = await libraryOf(['a', 'b']);
  await setTrashed(database, ['a'], 100, 100);
  expect(await deleteTrashed(database, ['a', 'b'], 200)).toBe(1);
  expect(await database.clips.toCollection().primaryKeys()).toEqual(['b']);
  expect(await database.bodies.toCollection().primaryKeys()).toEqual(['b']);
  expect((await database.changes.get('a'))?.kind).toBe('delete');
});

test('deletes many in pieces: who reads meanwhile is answered before the end', async () => {
  const ids = Array.from({ length: 120 }, (_, index) => `clip ${index}`);
  const database = await libraryOf(ids);
  await setTrashed(database, ids, 100, 100);
  const seen = new Set<number>();
  const look = { isOver: false };
  const deleting = deleteTrashed(database, ids, 200).finally(() => (look.isOver = true));
  while (!look.isOver) seen.add(await database.clips.count());
  expect(await deleting).toBe(120);
  expect([...seen].filter((count) => count > 0 && count < 120)).not.toEqual([]);
});

test('refuses to edit what is not there', async () => {
  const database = await libraryOf([]);
  await expect(editClip(database, 'gone', { starred: true }, 1)).rejects.toMatchObject({
    code: 'clip/not-found',
  });
});
