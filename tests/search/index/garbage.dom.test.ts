import { expect, test } from 'vitest';
import { checkLibrary } from '../../../src/database/check-library.ts';
import { deleteTrashed, setTrashed } from '../../../src/database/clips/clip-state-writes.ts';
import { saveClip } from '../../../src/database/clips/clip-writes.ts';
import type { Database } from '../../../src/database/database.ts';
import { maintainIndex } from '../../../src/database/search/index-maintenance.ts';
import { result } from '../../../src/search/index/request.ts';
import { readState } from '../../../src/search/index/state.ts';
import { makeArticle } from '../../factories/article.ts';
import { makeDatabase } from '../../factories/database.ts';

async function save(database: Database, from: number, to: number): Promise<string[]> {
  const ids = Array.from({ length: to - from }, (_each, index) => `clip ${from + index}`);
  for (const [index, id] of ids.entries()) {
    const text = `a text of its own ${id} ${index} about pools`;
    const article = makeArticle({
      url: `https://a.example/${id}`,
      title: id,
      html: `<p data-block="0">${text}</p>`,
      blocks: [{ kind: 'prose', text }],
    });
    const clip = { article, tags: [], note: undefined, source: null };
    await saveClip(database, clip, { newId: id, now: from + index + 1 });
  }
  return ids;
}

/** The segments that have blocks on the disk, and those that the index knows. */
async function segments(database: Database) {
  const transaction = database.backendDB().transaction(['searchBlocks', 'searchState'], 'readonly');
  const keys = await result(transaction.objectStore('searchBlocks').getAllKeys());
  const state = await readState(transaction);
  return {
    stored: new Set(keys.map((key) => (Array.isArray(key) ? key[0] : key))),
    known: new Set<unknown>(state?.segments.map(({ id }) => id)),
    garbage: state?.garbage,
  };
}

test('what merging leaves behind is deleted from the disk', async () => {
  const database = await makeDatabase();
  const ids = await save(database, 0, 60);
  await maintainIndex(database);
  await save(database, 60, 120);
  await maintainIndex(database);
  await setTrashed(database, ids, 1_000, 1_000);
  await deleteTrashed(database, ids, 2_000);
  await save(database, 120, 200);
  await maintainIndex(database);
  const { stored, known, garbage } = await segments(database);
  expect(garbage).toEqual([]);
  expect(stored).toEqual(known);
  expect((await checkLibrary(database)).problems).toEqual([]);
});

test('blocks that no segment knows are a problem that the check sees', async () => {
  const database = await makeDatabase();
  await save(database, 0, 40);
  await maintainIndex(database);
  expect((await checkLibrary(database)).problems).toEqual([]);
  await database.table('searchBlocks').put(new Uint8Array(8), [9_999, 'left', []]);
  expect((await checkLibrary(database)).problems).toEqual([
    'index: blocks of the segment 9999, which there is not',
  ]);
});
