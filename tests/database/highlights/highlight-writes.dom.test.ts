import { Dexie } from 'dexie';
import { describe, expect, onTestFinished, test } from 'vitest';
import { nameOfBlock } from '../../../src/core/clip/article-edits.ts';
import type { TextBlock } from '../../../src/core/clip/article.ts';
import type { Highlight, NewHighlight } from '../../../src/core/highlight/highlight.ts';
import { checkLibrary } from '../../../src/database/check-library.ts';
import { deleteTrashed, setTrashed } from '../../../src/database/clips/clip-state-writes.ts';
import { saveClip } from '../../../src/database/clips/clip-writes.ts';
import { type Database, openDatabase } from '../../../src/database/database.ts';
import {
  addHighlights,
  changeHighlight,
  removeHighlights,
  undoHighlights,
} from '../../../src/database/highlights/highlight-writes.ts';
import { schemaHistory } from '../../../src/database/schema.ts';
import { editArticle } from '../../../src/database/texts/edit-writes.ts';
import { restoreVersion } from '../../../src/database/texts/version-writes.ts';
import { wholeClips } from '../../../src/database/transfer/whole-clip-queries.ts';
import { restoreClips } from '../../../src/database/transfer/restore-writes.ts';
import { makeArticle } from '../../factories/article.ts';
import { makeDatabase } from '../../factories/database.ts';

const first = ['Keep connections ready in a pool.', '连接数应当等于同时在用的数目。', 'The end of it.'];

const blocksOf = (paragraphs: readonly string[]): TextBlock[] =>
  paragraphs.map((text) => ({ kind: 'prose', text }));

function articleOf(paragraphs: readonly string[]) {
  const html = paragraphs.map((text, index) => `<p data-block="${index}">${text}</p>`).join('');
  return makeArticle({ html, blocks: blocksOf(paragraphs) });
}

async function save(
  database: Database,
  paragraphs: readonly string[],
  now: number,
  highlights: readonly NewHighlight[] = [],
) {
  return await saveClip(
    database,
    {
      article: articleOf(paragraphs),
      tags: null,
      note: undefined,
      source: null,
      highlights,
      lesser: 'replace',
    },
    { newId: 'a', now },
  );
}

function words(id: string, quote: string, more: Partial<NewHighlight> = {}): NewHighlight {
  const fixed = { prefix: '', suffix: '', range: null, color: 'green', note: '', tags: [] } as const;
  return { id, quote, ...fixed, origin: 'reader', ...more };
}

const states = async (database: Database) =>
  (await database.highlights.orderBy('id').toArray()).map(({ id, state }) => `${id} ${state}`);

async function expectSound(database: Database): Promise<void> {
  expect((await checkLibrary(database)).problems).toEqual([]);
}

async function marked(): Promise<Database> {
  const database = await makeDatabase();
  await save(database, first, 1, [
    words('h1', 'connections ready'),
    words('h2', '同时在用的数目', { note: '**why**', tags: ['Pool'] }),
    words('h3', 'The end of it.'),
  ]);
  return database;
}

describe('highlights of a clip', () => {
  test('come with it in one transaction, counted', async () => {
    const database = await marked();
    expect(await states(database)).toEqual(['h1 sure', 'h2 sure', 'h3 sure']);
    expect((await database.clips.get('a'))?.highlights).toBe(3);
    expect(await database.tags.get('pool')).toMatchObject({ label: 'Pool' });
    await expectSound(database);
  });

  test('follow an update, and are sure again where the version is restored', async () => {
    const database = await marked();
    const before = await database.highlights.toArray();
    await save(database, ['New.', first[0] ?? '', '连接数应当略大于同一时刻在用连接的数目。'], 2);
    expect(await states(database)).toEqual(['h1 sure', 'h2 moved', 'h3 absent']);
    await expectSound(database);
    const [version] = await database.versions.toArray();
    await restoreVersion(database, version?.id ?? 0, 3);
    expect(await database.highlights.toArray()).toEqual(before);
    await expectSound(database);
  });

  test('follow the removal of a paragraph, and its coming back', async () => {
    const database = await marked();
    const before = await database.highlights.toArray();
    const block = nameOfBlock(blocksOf(first), 1) ?? expect.fail();
    await editArticle(database, 'a', [{ kind: 'remove', block }], 2);
    expect(await states(database)).toEqual(['h1 sure', 'h2 absent', 'h3 sure']);
    await expectSound(database);
    await editArticle(database, 'a', [], 3);
    expect(await database.highlights.toArray()).toEqual(before);
  });

  test('go with the clip when it is deleted for good', async () => {
    const database = await marked();
    await setTrashed(database, ['a'], 2, 2);
    expect(await database.highlights.count()).toBe(3);
    await deleteTrashed(database, ['a'], 3);
    expect(await database.highlights.count()).toBe(0);
    await expectSound(database);
  });

  test('of a lesser text, which becomes a version, stand in the text that stays', async () => {
    const database = await makeDatabase();
    const long = [...first, ...first.map((text) => text.repeat(30))];
    await save(database, long, 1);
    const { outcome } = await saveClip(
      database,
      {
        article: articleOf(first.slice(0, 1)),
        tags: null,
        note: undefined,
        source: null,
        lesser: 'beside',
        highlights: [
          words('h', 'Keep connections ready in a pool.', {
            range: { from: { block: 0, offset: 0 }, to: { block: 0, offset: 33 } },
          }),
        ],
      },
      { newId: 'b', now: 2 },
    );
    expect(outcome).toBe('kept');
    expect(await states(database)).toEqual(['h sure']);
    await expectSound(database);
  });
});

describe('a command', () => {
  test('adds, changes and removes, each with its undo', async () => {
    const database = await marked();
    const before = await database.highlights.toArray();
    const added = await addHighlights(database, 'a', [words('h4', 'ready in a pool')], 2);
    const changed = await changeHighlight(database, 'h2', { color: 'pink', note: 'n', tags: ['x'] }, 3);
    const removed = await removeHighlights(database, ['h1', 'h3', 'unknown'], 4);
    expect(await states(database)).toEqual(['h2 sure', 'h4 sure']);
    expect((await database.changes.get('a'))?.at).toBe(4);
    await expectSound(database);
    for (const undo of [removed, changed, added]) await undoHighlights(database, undo, 5);
    expect(await database.highlights.toArray()).toEqual(before);
    await expectSound(database);
  });

  test('leaves alone, when it is taken back, what was done since', async () => {
    const database = await marked();
    const undo = await changeHighlight(database, 'h2', { color: 'pink', note: 'typed' }, 2);
    await changeHighlight(database, 'h2', { note: 'typed later' }, 3);
    await undoHighlights(database, undo, 4);
    expect(await database.highlights.get('h2')).toMatchObject({ color: 'green', note: 'typed later' });
    const removed = await removeHighlights(database, ['h3'], 5);
    await save(database, ['Only this.'], 6);
    await undoHighlights(database, removed, 7);
    expect(await database.highlights.get('h3')).toMatchObject({ state: 'absent', place: null });
    await expectSound(database);
  });

  test('given twice has done it once, and takes no other clip’s highlight', async () => {
    const database = await marked();
    await addHighlights(database, 'a', [words('h1', 'another')], 2);
    expect(await database.highlights.get('h1')).toMatchObject({ anchor: { quote: 'connections ready' } });
    await expect(addHighlights(database, 'none', [words('h9', 'x')], 2)).rejects.toMatchObject({
      code: 'clip/not-found',
    });
    await expect(changeHighlight(database, 'none', {}, 2)).rejects.toMatchObject({
      code: 'highlight/not-found',
    });
  });
});

test('highlights of several clips are removed and brought back at once', async () => {
  const database = await marked();
  const html = '<p data-block="0">A b.</p>';
  await saveClip(
    database,
    {
      article: makeArticle({ url: 'https://other.example/', html, blocks: blocksOf(['A b.']) }),
      tags: null,
      note: undefined,
      source: null,
      highlights: [words('other', 'A b.')],
    },
    { newId: 'b', now: 2 },
  );
  const before = await database.highlights.toArray();
  const undo = await removeHighlights(database, ['h1', 'other', 'h2'], 3);
  await expectSound(database);
  await undoHighlights(database, undo, 4);
  expect(await database.highlights.toArray()).toEqual(before);
  await expectSound(database);
});

describe('a backup', () => {
  async function wholes(database: Database) {
    const all = [];
    for await (const whole of wholeClips(database)) all.push(whole);
    return all;
  }

  test('restored into an empty library is the library', async () => {
    const database = await marked();
    await save(database, ['New.', first[0] ?? ''], 2);
    const before = await wholes(database);
    const other = await makeDatabase();
    await restoreClips(other, before, { mode: 'merge', now: 9 });
    expect(await wholes(other)).toEqual(before);
    await restoreClips(other, before, { mode: 'merge', now: 10 });
    expect(await wholes(other)).toEqual(before);
  });

  test('cannot take a highlight from another clip, nor say where it stands or how many there are', async () => {
    const database = await marked();
    const [whole] = await wholes(database);
    if (whole === undefined) expect.fail();
    const { clip, highlights = [] } = whole;
    const lies = highlights.map((highlight): Highlight => ({
      ...highlight,
      clipId: 'b',
      state: 'sure',
      place: { from: { block: 9, offset: 9 }, to: { block: 9, offset: 10 } },
    }));
    const other = {
      ...whole,
      clip: { ...clip, id: 'b', urlKey: 'https://other.example/', highlights: 77 },
      body: whole.body === null ? null : { ...whole.body, clipId: 'b' },
      highlights: lies,
    };
    for (const now of [9, 10]) await restoreClips(database, [other], { mode: 'merge', now });
    expect(await database.highlights.where('clipId').equals('a').count()).toBe(3);
    expect(await database.highlights.where('clipId').equals('b').count()).toBe(3);
    expect((await checkLibrary(database)).problems.filter((each) => each.includes('highlight'))).toEqual([]);
  });
});

test('a database of version 2 opens with its clips, and takes highlights', async () => {
  const name = `test-${crypto.randomUUID()}`;
  onTestFinished(() => Dexie.delete(name));
  const old = new Dexie(name);
  for (const { version, stores } of schemaHistory.filter((step) => step.version <= 2))
    old.version(version).stores(stores);
  await old.open();
  const made = await makeDatabase();
  await save(made, first, 1);
  for (const table of ['clips', 'bodies', 'changes'])
    await old.table(table).bulkPut(await made.table(table).toArray());
  old.close();
  const database = await openDatabase(name);
  onTestFinished(() => database.close());
  expect(await database.clips.count()).toBe(1);
  await addHighlights(database, 'a', [words('h', 'ready in a pool')], 2);
  expect((await database.clips.get('a'))?.highlights).toBe(1);
});
