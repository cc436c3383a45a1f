import { expect, test } from 'vitest';
import type { NewHighlight } from '../../../src/core/highlight/highlight.ts';
import { checkLibrary } from '../../../src/database/check-library.ts';
import { saveClip } from '../../../src/database/clips/clip-writes.ts';
import type { Database } from '../../../src/database/database.ts';
import { highlightPage } from '../../../src/database/highlights/highlight-page.ts';
import { removeHighlights } from '../../../src/database/highlights/highlight-writes.ts';
import { searchLibrary } from '../../../src/database/search/search-queries.ts';
import { highlightFilter } from '../../../src/search/lists/highlight-list.ts';
import { parseQuery } from '../../../src/search/query/parse-query.ts';
import { makeArticle } from '../../factories/article.ts';
import { makeDatabase } from '../../factories/database.ts';

function marked(id: string, quote: string, more: Partial<NewHighlight> = {}): NewHighlight {
  const fixed = { prefix: '', suffix: '', range: null, color: 'yellow', note: '', tags: [] } as const;
  return { id, quote, ...fixed, origin: 'reader', ...more };
}

async function save(database: Database, id: string, texts: readonly string[], highlights: NewHighlight[]) {
  const html = texts.map((text, index) => `<p data-block="${index}">${text}</p>`).join('');
  const blocks = texts.map((text) => ({ kind: 'prose', text }) as const);
  const article = makeArticle({ url: `https://a.example/${id}`, title: id, html, blocks, tags: [] });
  const clip = { article, tags: [], note: undefined, source: null, highlights, lesser: 'replace' } as const;
  await saveClip(database, clip, { newId: id, now: 1 });
}

async function library(): Promise<Database> {
  const database = await makeDatabase();
  await save(
    database,
    'pools',
    ['A pool keeps connections.', 'Retry with a backoff.'],
    [
      marked('h1', 'keeps connections', { note: 'Ask the **kubelet** team' }),
      marked('h2', 'backoff', { color: 'green' }),
      marked('h3', 'a passage about quorum that is gone'),
    ],
  );
  await save(
    database,
    'queues',
    ['A queue keeps messages, with backoff.', '消息队列的积压'],
    [marked('h4', '积压', { color: 'pink' })],
  );
  await save(database, 'plain', ['Nothing about backoff is marked here.'], []);
  return database;
}

async function update(database: Database, id: string, texts: readonly string[]): Promise<void> {
  await save(database, id, texts, []);
}

const titles = async (database: Database, query: string) =>
  (await searchLibrary(database, query, { limit: 10, now: 2 })).hits.map(({ clip }) => clip.title).toSorted();

test('clips are found by their highlights, in either language', async () => {
  const database = await library();
  expect(await titles(database, 'has:highlight')).toEqual(['pools', 'queues']);
  expect(await titles(database, '-has:highlight')).toEqual(['plain']);
  expect(await titles(database, 'color:green')).toEqual(['pools']);
  expect(await titles(database, '颜色:粉色 包含:高亮')).toEqual(['queues']);
  expect(await titles(database, 'color:yellow OR color:pink')).toEqual(['pools', 'queues']);
  expect(await titles(database, 'kubelet')).toEqual(['pools']);
  expect(await titles(database, 'in:notes kubelet')).toEqual(['pools']);
  await removeHighlights(database, ['h1', 'h2', 'h3'], 3);
  expect(await titles(database, 'has:highlight')).toEqual(['queues']);
  expect(await titles(database, 'kubelet')).toEqual([]);
  expect((await checkLibrary(database)).problems).toEqual([]);
});

test('words in highlights are those of their passages and notes, and the answer leads to their block', async () => {
  const database = await library();
  expect(await titles(database, 'in:highlights backoff ')).toEqual(['pools']);
  expect(await titles(database, 'in:highlights keeps connections ')).toEqual(['pools']);
  expect(await titles(database, 'in:highlights messages ')).toEqual([]);
  expect(await titles(database, '位于:高亮 积压')).toEqual(['queues']);
  expect(await titles(database, 'in:highlights kubelet ')).toEqual(['pools']);
  expect(await titles(database, 'in:highlights "keeps connections"')).toEqual(['pools']);
  expect(await titles(database, 'in:highlights')).toEqual(['pools', 'queues']);
  const { hits, total } = await searchLibrary(database, 'in:highlights backoff ', { limit: 10, now: 2 });
  expect(hits[0]?.excerpt).toMatchObject({ block: 1, text: 'backoff' });
  expect(total).toBe(1);
});

test('the list has them clip by clip in text order, narrowed as the query says', async () => {
  const database = await library();
  const clips = (await database.clips.toArray()).filter(({ highlights }) => highlights !== undefined);
  const listed = async (query: string) =>
    (
      await highlightPage(database, clips, highlightFilter(parseQuery(query, 2)), { from: 0, wanted: 9 })
    ).groups.map(({ clip, highlights }) => `${clip.title} ${highlights.map(({ id }) => id).join(' ')}`);
  expect(await listed('')).toEqual(['pools h1 h2 h3', 'queues h4']);
  expect(await listed('color:green')).toEqual(['pools h2']);
  expect(await listed('Quorum ')).toEqual(['pools h3']);
  expect(await listed('is:absent')).toEqual(['pools h3']);
  expect(await listed('is:moved OR is:absent')).toEqual(['pools h3']);
});

test('what needs a look is found, in either language, and no longer once the text is as it was', async () => {
  const database = await library();
  expect(await titles(database, 'is:absent')).toEqual(['pools']);
  expect(await titles(database, 'is:moved')).toEqual([]);
  await update(database, 'queues', ['A queue keeps messages, with backoff.', '消息队列里的积压量过大']);
  await update(database, 'pools', ['A pool keeps its many open connections.', 'Retry with a backoff.']);
  expect(await titles(database, '状态:有变动')).toEqual(['pools']);
  expect(await titles(database, 'in:highlights is:moved')).toEqual(['pools']);
  expect(await titles(database, '-is:moved')).toEqual(['plain', 'queues']);
  await update(database, 'pools', ['A pool keeps connections.', 'Retry with a backoff.']);
  expect(await titles(database, 'is:moved')).toEqual([]);
  expect(await titles(database, '状态:不在此版本')).toEqual(['pools']);
  await removeHighlights(database, ['h3'], 4);
  expect(await titles(database, 'is:absent')).toEqual([]);
  expect((await checkLibrary(database)).problems).toEqual([]);
});
