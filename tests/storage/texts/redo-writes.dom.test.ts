import { expect, test } from 'vitest';
import { checkShelf } from '../../../src/storage/check-shelf.ts';
import { saveClip } from '../../../src/storage/clips/clip-writes.ts';
import type { Database } from '../../../src/storage/database.ts';
import { redoClip, takeBackRedo } from '../../../src/storage/texts/redo-writes.ts';
import { editClip } from '../../../src/storage/clips/shelf-writes.ts';
import { versionsOf } from '../../../src/storage/texts/version-queries.ts';
import { searchShelf } from '../../../src/storage/search/search-queries.ts';
import { makeArticle } from '../../making/article.ts';
import { makeDatabase } from '../../making/database.ts';

function articleSaying(text: string, changes: Parameters<typeof makeArticle>[0] = {}) {
  return makeArticle({ html: `<p>${text}</p>`, blocks: [{ kind: 'prose', text }], ...changes });
}

async function shelfWith(text: string): Promise<Database> {
  const database = await makeDatabase();
  await saveClip(
    database,
    {
      article: articleSaying(text),
      tags: [{ key: 'go', label: 'Go' }],
      note: 'mine',
      source: new Uint8Array([1]),
    },
    { newId: 'a', now: 5 },
  );
  return database;
}

async function found(database: Database, words: string): Promise<number> {
  const signal = new AbortController().signal;
  return (await searchShelf(database, words, { now: 1, limit: 9, signal })).total;
}

test('a redone clip has the new text, keeps what is the reader’s, and the old text is a version', async () => {
  const database = await shelfWith('the earlier wording');
  await editClip(database, 'a', { title: 'My own title' }, 6);
  const outcome = await redoClip(database, 'a', articleSaying('the better wording', { author: 'Found' }), 9);
  expect(outcome).toBe('changed');
  expect(await database.clips.get('a')).toMatchObject({
    title: 'My own title',
    author: 'Found',
    tags: ['go'],
    note: 'mine',
    savedAt: 5,
    updatedAt: 9,
  });
  expect((await database.bodies.get('a'))?.html).toBe('<p>the better wording</p>');
  expect(await versionsOf(database, 'a')).toMatchObject([
    { body: { html: '<p>the earlier wording</p>' }, replaced: { by: 're-extract', at: 9 } },
  ]);
  expect(await found(database, 'better')).toBe(1);
  expect(await found(database, 'earlier')).toBe(0);
  expect(await database.sources.get('a')).toBeDefined();
  expect((await checkShelf(database)).problems).toEqual([]);
});

test('the same result writes nothing', async () => {
  const database = await shelfWith('the wording');
  const before = await database.clips.get('a');
  expect(await redoClip(database, 'a', articleSaying('the wording'), 9)).toBe('same');
  expect(await database.clips.get('a')).toEqual(before);
  expect(await versionsOf(database, 'a')).toEqual([]);
  expect(await database.changes.get('a')).toMatchObject({ at: 5 });
});

test('a result that would lose the code is not taken', async () => {
  const database = await shelfWith('the wording');
  await database.clips.update('a', { codeBlocks: 4 });
  const bare = articleSaying('shorter', {
    measure: { words: 9, readingMinutes: 1, codeBlocks: 0, images: 0, tables: 0, formulas: 0 },
  });
  await expect(redoClip(database, 'a', bare, 9)).rejects.toMatchObject({ code: 'clip/would-lose' });
  expect(await versionsOf(database, 'a')).toEqual([]);
});

test('is taken back once, and not over a text that came later', async () => {
  const database = await shelfWith('the earlier wording');
  await redoClip(database, 'a', articleSaying('the better wording'), 9);
  expect(await takeBackRedo(database, 'a', 9, 10)).toBe('changed');
  expect((await database.bodies.get('a'))?.html).toBe('<p>the earlier wording</p>');
  expect(await takeBackRedo(database, 'a', 9, 11)).toBe('same');
  await redoClip(database, 'a', articleSaying('a third wording'), 12);
  await saveClip(
    database,
    { article: articleSaying('clipped again'), tags: null, note: undefined, source: null },
    { newId: 'b', now: 13 },
  );
  expect(await takeBackRedo(database, 'a', 12, 14)).toBe('same');
  expect((await database.bodies.get('a'))?.html).toBe('<p>clipped again</p>');
});

test('of two redoings the earlier job’s is not mistaken for the later one’s', async () => {
  const database = await shelfWith('first');
  await redoClip(database, 'a', articleSaying('second'), 10);
  await redoClip(database, 'a', articleSaying('third'), 20);
  expect(await takeBackRedo(database, 'a', 10, 30)).toBe('same');
  expect(await takeBackRedo(database, 'a', 20, 30)).toBe('changed');
  expect((await database.bodies.get('a'))?.html).toBe('<p>second</p>');
});
