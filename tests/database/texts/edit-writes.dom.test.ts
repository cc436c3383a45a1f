import { expect, test } from 'vitest';
import { nameOfBlock } from '../../../src/core/clip/article-edits.ts';
import { checkLibrary } from '../../../src/database/check-library.ts';
import { saveClip } from '../../../src/database/clips/clip-writes.ts';
import type { Database } from '../../../src/database/database.ts';
import { editArticle } from '../../../src/database/texts/edit-writes.ts';
import { reextractClip } from '../../../src/database/texts/reextract-writes.ts';
import { restoreVersion } from '../../../src/database/texts/version-writes.ts';
import { makeArticle } from '../../factories/article.ts';
import { makeDatabase } from '../../factories/database.ts';

const blocks = [
  { kind: 'prose', text: 'Keep me.' },
  { kind: 'prose', text: 'An advertisement.' },
] as const;
const html = '<p data-block="0">Keep me.</p><p data-block="1">An advertisement.</p>';

async function save(database: Database, changes: Parameters<typeof makeArticle>[0] = {}) {
  await saveClip(
    database,
    { article: makeArticle({ html, blocks, ...changes }), tags: null, note: undefined, source: null },
    { newId: 'a', now: 1 },
  );
}

async function removeAdvertisement(database: Database) {
  const block = nameOfBlock(blocks, 1);
  if (block === null) throw new Error('no such block');
  await editArticle(database, 'a', [{ kind: 'remove', block }], 2);
}

const htmlOf = async (database: Database) => (await database.bodies.get('a'))?.html;

test('a paragraph is removed, also from the index, and comes back whole', async () => {
  const database = await makeDatabase();
  await save(database);
  await removeAdvertisement(database);
  expect(await htmlOf(database)).toBe('<p data-block="0">Keep me.</p>');
  expect((await checkLibrary(database)).problems).toEqual([]);
  await editArticle(database, 'a', [], 3);
  expect(await htmlOf(database)).toBe(html);
  expect(await database.edits.count()).toBe(0);
  expect((await checkLibrary(database)).problems).toEqual([]);
});

test('the edit survives that the page is clipped again, and the same page makes no version', async () => {
  const database = await makeDatabase();
  await save(database);
  await removeAdvertisement(database);
  await save(database);
  expect(await htmlOf(database)).toBe('<p data-block="0">Keep me.</p>');
  expect(await database.versions.count()).toBe(0);
  const longer = '<p data-block="0">New.</p><p data-block="1">An advertisement.</p>';
  await save(database, { html: longer, blocks: [{ kind: 'prose', text: 'New.' }, blocks[1]] });
  expect(await htmlOf(database)).toBe('<p data-block="0">New.</p>');
  const [version] = await database.versions.toArray();
  expect(version?.body.html).toBe(html);
  await restoreVersion(database, version?.id ?? 0, 9);
  expect(await htmlOf(database)).toBe('<p data-block="0">Keep me.</p>');
  await editArticle(database, 'a', [], 10);
  expect(await htmlOf(database)).toBe(html);
});

test('extracted anew, the edit stays; where nothing else is new, nothing is written', async () => {
  const database = await makeDatabase();
  await save(database);
  await removeAdvertisement(database);
  expect(await reextractClip(database, 'a', makeArticle({ html, blocks }), 5)).toBe('same');
  const better = '<p data-block="0">Keep me, better.</p><p data-block="1">An advertisement.</p>';
  const betterBlocks = [{ kind: 'prose', text: 'Keep me, better.' }, blocks[1]] as const;
  expect(await reextractClip(database, 'a', makeArticle({ html: better, blocks: betterBlocks }), 6)).toBe(
    'changed',
  );
  expect(await htmlOf(database)).toBe('<p data-block="0">Keep me, better.</p>');
  await editArticle(database, 'a', [], 7);
  expect(await htmlOf(database)).toBe(better);
});
