import { expect, test } from 'vitest';
import { saveClip } from '../../src/storage/clip-writes.ts';
import { versionsOf } from '../../src/storage/version-queries.ts';
import { deleteVersion, restoreVersion } from '../../src/storage/version-writes.ts';
import { checkShelf } from '../../src/storage/check-shelf.ts';
import { makeArticle } from '../making/article.ts';
import { makeDatabase } from '../making/database.ts';

async function shelfWithEditions(count: number) {
  const database = await makeDatabase();
  for (let edition = 1; edition <= count; edition += 1) {
    const text = `edition ${edition}`;
    const article = makeArticle({ title: text, html: `<p>${text}</p>`, blocks: [{ kind: 'prose', text }] });
    await saveClip(
      database,
      { article, tags: null, note: undefined, source: null },
      { newId: 'a', now: edition },
    );
  }
  return database;
}

test('restores an earlier version and keeps the one it takes the place of', async () => {
  const database = await shelfWithEditions(3);
  const [, first] = await versionsOf(database, 'a');
  await restoreVersion(database, first?.id ?? 0, 10);
  expect(await database.clips.get('a')).toMatchObject({ title: 'edition 1', updatedAt: 1 });
  expect((await database.bodies.get('a'))?.html).toBe('<p>edition 1</p>');
  expect((await versionsOf(database, 'a')).map((version) => version.content.title)).toEqual([
    'edition 3',
    'edition 2',
  ]);
  expect((await checkShelf(database)).problems).toEqual([]);
});

test('deletes a version', async () => {
  const database = await shelfWithEditions(2);
  const [version] = await versionsOf(database, 'a');
  await deleteVersion(database, version?.id ?? 0);
  expect(await versionsOf(database, 'a')).toEqual([]);
  await expect(restoreVersion(database, version?.id ?? 0, 10)).rejects.toMatchObject({
    code: 'clip/not-found',
  });
});
