import { expect, test } from 'vitest';
import { editClip } from '../../../src/database/clips/clip-state-writes.ts';
import { saveClip } from '../../../src/database/clips/clip-writes.ts';
import { neighboursOf } from '../../../src/pages/reader/state/neighbours.ts';
import { makeArticle } from '../../factories/article.ts';
import { makeDatabase } from '../../factories/database.ts';

const options = { now: 10_000, uiLanguage: 'en' };
const readingList = `?${new URLSearchParams({ q: 'is:unread sort:oldest' }).toString()}`;

async function threeClips() {
  const database = await makeDatabase();
  for (const [index, title] of ['first', 'second', 'third'].entries()) {
    const article = makeArticle({ url: `https://a.example/${title}`, title });
    const clip = { article, tags: [], note: undefined, source: null };
    await saveClip(database, clip, { newId: title, now: index + 1 });
  }
  return database;
}

test('a reading list is walked in its own order', async () => {
  const database = await threeClips();
  const { previous, next, nextUnread } = await neighboursOf(database, 'second', readingList, options);
  expect([previous?.title, next?.title, nextUnread?.title]).toEqual(['first', 'third', 'third']);
  expect(new URLSearchParams(next?.address).get('list')).toBe(readingList);
});

test('what was read has left the list of what is unread, which goes on from its start', async () => {
  const database = await threeClips();
  await editClip(database, 'second', { readAt: 5_000 }, 5_000);
  const { previous, next, nextUnread } = await neighboursOf(database, 'second', readingList, options);
  expect([previous, next, nextUnread?.title]).toEqual([null, null, 'first']);
  for (const id of ['first', 'third']) await editClip(database, id, { readAt: 6_000 }, 6_000);
  expect((await neighboursOf(database, 'second', readingList, options)).nextUnread).toBeNull();
});
