import { expect, test } from 'vitest';
import { articleFromList } from '../../../src/core/clip/article-from-list.ts';
import { parseRecognizedPage } from '../../../src/core/clip/recognized-page.ts';

const post = { title: 'One', url: 'https://a.example/1', date: null, excerpt: null };
const page = { kind: 'index', confidence: 1, posts: [post], next: null, feeds: [], series: null };

test('what was recognised comes through', () => {
  expect(parseRecognizedPage(page)).toEqual(page);
});

test.each([
  ['another kind', { ...page, kind: 'evil' }],
  ['an address that runs', { ...page, posts: [{ ...post, url: 'javascript:alert(1)' }] }],
  ['a next page on the disk', { ...page, next: 'file:///etc/passwd' }],
  ['nothing', null],
])('%s is not believed', (_what, value) => {
  expect(parseRecognizedPage(value)).toBeNull();
});

test('a list is kept with its links, and what the page wrote stays text', () => {
  const article = articleFromList('https://a.example/', 'A & B', [
    {
      ...post,
      title: '<img src=x onerror=alert(1)>',
      url: 'https://a.example/?a="b',
      date: '2024-03-01',
      excerpt: '摘要',
    },
  ]);
  expect(article.html).toBe(
    '<ol><li data-block="0"><a href="https://a.example/?a=&quot;b">&lt;img src=x onerror=alert(1)&gt;</a> · <time datetime="2024-03-01">2024-03-01</time> · 摘要</li></ol>',
  );
  expect(article.blocks).toEqual([
    { kind: 'prose', text: '<img src=x onerror=alert(1)> · 2024-03-01 · 摘要' },
  ]);
});

test('that a page lists more than was looked at comes through', () => {
  expect(parseRecognizedPage({ ...page, isCut: true })?.isCut).toBe(true);
});
