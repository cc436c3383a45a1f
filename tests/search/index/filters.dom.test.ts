import { beforeAll, expect, test } from 'vitest';
import { search } from '../../../src/search/index/search.ts';
import { clipOf, maintain, now, openStore, save } from './indexed-library.ts';

const day = 86_400_000;
const library = [
  clipOf(
    { id: 'long', title: 'Beta', prose: 'common words' },
    { words: 5200, readingMinutes: 24, publishedAt: '2024-02-29', tags: ['ops'], savedAt: now - 10 * day, readAt: now, reading: { block: 9, share: 0.5, at: now } },
  ),
  clipOf(
    { id: 'short', title: 'alpha 10', prose: 'common' },
    { words: 120, readingMinutes: 1, publishedAt: '2023-12-31T23:30:00+08:00', edited: ['title'], savedAt: now - day, reading: { block: 3, share: 0.4, at: now } },
  ),
  clipOf(
    { id: 'middle', title: 'Alpha 9', prose: 'common' },
    { words: 2000, readingMinutes: 9, coverage: 0.4, source: 'import', tags: ['go'], url: 'https://example.com/a#:~:text=common', savedAt: now - 40 * day },
  ),
  clipOf({ id: 'link', title: 'Gamma common' }, { coverage: 0, savedAt: now - 2 * day }),
  clipOf({ id: 'gone', title: 'In the bin', prose: 'common' }, { words: 9000, trashedAt: now }),
]; // prettier-ignore

let database: IDBDatabase;

beforeAll(async () => {
  database = await openStore();
  for (const one of library) await save(database, one);
  await maintain(database);
});

test.each([
  ['words:>2000', ['long']],
  ['words:>=2000', ['long', 'middle']],
  ['字数：100..2千', ['short', 'middle']],
  ['-words:>=2000', ['short', 'link']],
  ['time:<5m', ['short', 'link']],
  ['common time:9..30', ['long', 'middle']],
  ['published:2024', ['long']],
  ['published:2024-02-29', ['long']],
  ['published:<2024', ['short']],
  ['-published:>1990', ['link', 'middle']],
  ['saved:10d', ['long']],
  ['saved:<20d', ['middle']],
  ['tag:none', ['short', 'link']],
  ['-tag:none', ['long', 'middle']],
  ['is:link', ['link']],
  ['is:edited', ['short']],
  ['is:started', ['short']],
  ['状态:在读', ['short']],
  ['-is:started', ['link', 'long', 'middle']],
  ['is:incomplete', ['middle']],
  ['is:selection OR tag:ops', ['long', 'middle']],
  ['sort:longest', ['long', 'middle', 'short', 'link']],
  ['common sort:shortest', ['link', 'short', 'middle', 'long']],
  ['sort:published', ['long', 'short', 'link', 'middle']],
  ['排序：标题', ['middle', 'short', 'long', 'link']],
  ['source:import', ['middle']],
  ['-source:import', ['short', 'link', 'long']],
  ['来源:导入', ['middle']],
  ['来源：网页', ['short', 'link', 'long']],
  ['标签:无', ['short', 'link']],
  ['状态:链接', ['link']],
  ['状态:选段', ['middle']],
  ['状态:已编辑', ['short']],
  ['状态:不完整', ['middle']],
  ['状态:已读 字数:>3000', ['long']],
  ['状态:未读 字数:>1000', ['middle']],
  ['时长:<5分钟', ['short', 'link']],
  ['时长:9..30分', ['long', 'middle']],
  ['发布于:2024', ['long']],
  ['发布于：<2024', ['short']],
  ['日期:10天', ['long']],
  ['保存于:<20天', ['middle']],
  ['早于:20天', ['middle']],
  ['晚于:3天', ['short', 'link']],
  ['sort:newest', ['short', 'link', 'long', 'middle']],
  ['排序:最新', ['short', 'link', 'long', 'middle']],
  ['sort:oldest', ['middle', 'long', 'link', 'short']],
  ['排序:最早', ['middle', 'long', 'link', 'short']],
  ['排序:最长', ['long', 'middle', 'short', 'link']],
  ['排序:最短', ['link', 'short', 'middle', 'long']],
  ['排序:发布', ['long', 'short', 'link', 'middle']],
  ['sort:title', ['middle', 'short', 'long', 'link']],
])('%s', async (query, expected) => {
  const { hits, total } = await search(database, query, { limit: 20, now });
  expect(hits.map(({ clip }) => clip.id)).toEqual(expected);
  expect(total).toBe(expected.length);
});
