import { expect, test } from 'vitest';
import { checkLibrary } from '../../../src/database/check-library.ts';
import { saveClip } from '../../../src/database/clips/clip-writes.ts';
import type { Database } from '../../../src/database/database.ts';
import { reextractClip, undoReextraction } from '../../../src/database/texts/reextract-writes.ts';
import { editClip } from '../../../src/database/clips/clip-state-writes.ts';
import { versionsOf } from '../../../src/database/texts/text-queries.ts';
import { searchLibrary } from '../../../src/database/search/search-queries.ts';
import { makeArticle } from '../../factories/article.ts';
import { makeDatabase } from '../../factories/database.ts';

function articleSaying(text: string, changes: Parameters<typeof makeArticle>[0] = {}) {
  return makeArticle({ html: `<p>${text}</p>`, blocks: [{ kind: 'prose', text }], ...changes });
}

async function libraryWith(text: string): Promise<Database> {
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
  return (await searchLibrary(database, words, { now: 1, limit: 9, signal })).total;
}

test('a reextracted clip has the new text, keeps what is the reader’s, and the old text is a version', async () => {
  const database = await libraryWith('the earlier wording');
  await editClip(database, 'a', { title: 'My own title' }, 6);
  const outcome = await reextractClip(
    database,
    'a',
    articleSaying('the better wording', { author: 'Found' }),
    9,
  );
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
  expect((await checkLibrary(database)).problems).toEqual([]);
});

test('the same result writes nothing', async () => {
  const database = await libraryWith('the wording');
  const before = await database.clips.get('a');
  expect(await reextractClip(database, 'a', articleSaying('the wording'), 9)).toBe('same');
  expect(await database.clips.get('a')).toEqual(before);
  expect(await versionsOf(database, 'a')).toEqual([]);
  expect(await database.changes.get('a')).toMatchObject({ at: 5 });
});

test('a result that would lose the code is not taken', async () => {
  const database = await libraryWith('the wording');
  await database.clips.update('a', { codeBlocks: 4 });
  const bare = articleSaying('shorter', {
    measure: { words: 9, readingMinutes: 1, codeBlocks: 0, images: 0, tables: 0, formulas: 0 },
  });
  await expect(reextractClip(database, 'a', bare, 9)).rejects.toMatchObject({ code: 'clip/would-lose' });
  expect(await versionsOf(database, 'a')).toEqual([]);
});

test('is taken back once, and not over a text that came later', async () => {
  const database = await libraryWith('the earlier wording');
  await reextractClip(database, 'a', articleSaying('the better wording'), 9);
  expect(await undoReextraction(database, 'a', 9, 10)).toBe('changed');
  expect((await database.bodies.get('a'))?.html).toBe('<p>the earlier wording</p>');
  expect(await undoReextraction(database, 'a', 9, 11)).toBe('same');
  await reextractClip(database, 'a', articleSaying('a third wording'), 12);
  await saveClip(
    database,
    { article: articleSaying('clipped again'), tags: null, note: undefined, source: null },
    { newId: 'b', now: 13 },
  );
  expect(await undoReextraction(database, 'a', 12, 14)).toBe('same');
  expect((await database.bodies.get('a'))?.html).toBe('<p>clipped again</p>');
});

test('of two reextractings the earlier job’s is not mistaken for the later one’s', async () => {
  const database = await libraryWith('first');
  await reextractClip(database, 'a', articleSaying('second'), 10);
  await reextractClip(database, 'a', articleSaying('third'), 20);
  expect(await undoReextraction(database, 'a', 10, 30)).toBe('same');
  expect(await undoReextraction(database, 'a', 20, 30)).toBe('changed');
  expect((await database.bodies.get('a'))?.html).toBe('<p>second</p>');
});

test('an equal text whose clip has no account of what was left out gets one, and no version', async () => {
  const database = await libraryWith('the same wording');
  const { leftOut: _leftOut, ...integrity } = articleSaying('').integrity;
  const earlier = await database.bodies.get('a');
  if (earlier !== undefined) await database.bodies.put({ ...earlier, integrity });
  const measured = articleSaying('the same wording', { integrity: { ...integrity, leftOut: [] } });
  expect(await reextractClip(database, 'a', measured, 9)).toBe('same');
  expect((await database.bodies.get('a'))?.integrity.leftOut).toEqual([]);
  expect(await versionsOf(database, 'a')).toEqual([]);
  expect(await checkLibrary(database)).toMatchObject({ sound: true });
});
