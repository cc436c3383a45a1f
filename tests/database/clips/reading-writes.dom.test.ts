import { expect, test } from 'vitest';
import { keepReadingPlace } from '../../../src/database/clips/reading-writes.ts';
import { saveClip } from '../../../src/database/clips/clip-writes.ts';
import { rowChangesSince } from '../../../src/database/clips/row-queries.ts';
import { makeArticle } from '../../factories/article.ts';
import { makeDatabase } from '../../factories/database.ts';

async function libraryOfOne() {
  const database = await makeDatabase();
  await saveClip(
    database,
    { article: makeArticle(), tags: [], note: undefined, source: null },
    { newId: 'one', now: 10 },
  );
  return database;
}

test('where the user is in an article is kept, and forgotten at its end', async () => {
  const database = await libraryOfOne();
  const reading = async () => (await database.clips.get('one'))?.reading;
  await keepReadingPlace(database, 'one', { block: 0, share: 0 }, 20);
  expect(await reading()).toBeUndefined();
  await keepReadingPlace(database, 'one', { block: 7, share: 0.3 }, 30);
  expect(await reading()).toEqual({ block: 7, share: 0.3, at: 30 });
  await keepReadingPlace(database, 'one', { block: 90, share: 1 }, 40);
  expect(await reading()).toBeUndefined();
});

test('beginning and ending are changes of the clip, the steps between are none', async () => {
  const database = await libraryOfOne();
  const changed = async (since: number) => (await rowChangesSince(database, since)).rows.size;
  await keepReadingPlace(database, 'one', { block: 7, share: 0.3 }, 30);
  expect(await changed(30)).toBe(1);
  await keepReadingPlace(database, 'one', { block: 9, share: 0.4 }, 40);
  expect(await changed(31)).toBe(0);
  await keepReadingPlace(database, 'one', { block: 0, share: 0 }, 50);
  expect(await changed(50)).toBe(1);
});

test('a clip that is gone has no place', async () => {
  const database = await libraryOfOne();
  await keepReadingPlace(database, 'gone', { block: 7, share: 0.3 }, 30);
  expect(await database.clips.count()).toBe(1);
});
