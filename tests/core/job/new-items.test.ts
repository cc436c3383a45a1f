import { expect, test } from 'vitest';
import { maxItems, namedRows, pageItem, rowsFor } from '../../../src/core/job/new-items.ts';

const page = (url: string) => pageItem({ url, title: url });

test('a page is one item, however its address is written', () => {
  const rows = rowsFor('job', [
    page('https://a.example/post'),
    page('http://www.a.example/post/?utm_source=home'),
    page('https://a.example/post#comments'),
    page('https://a.example/other'),
  ]);
  expect(rows.map(({ index, url }) => [index, url])).toEqual([
    [0, 'https://a.example/post'],
    [1, 'https://a.example/other'],
  ]);
});

test('what a job has already is not added again, and numbers go on', () => {
  const known = rowsFor('job', [page('https://a.example/1'), page('https://a.example/2')]);
  const { rows } = namedRows('job', [page('https://a.example/2'), page('https://a.example/3')], known);
  expect(rows.map(({ index, url }) => [index, url])).toEqual([[2, 'https://a.example/3']]);
});

test('an index page may be a list and a page to clip in the same job', () => {
  const list = { ...page('https://a.example/'), role: 'list' as const };
  expect(rowsFor('job', [page('https://a.example/'), list])).toHaveLength(2);
});

test('a list without end stops somewhere', () => {
  const pages = Array.from({ length: maxItems + 10 }, (_each, index) => page(`https://a.example/${index}`));
  const known = rowsFor('job', pages.slice(0, maxItems - 5));
  const { rows, tooMany } = namedRows('job', pages, known);
  expect([rows.length, tooMany]).toEqual([5, 10]);
});

test('what the user names is all taken, and what is no web address has failed', () => {
  const pages = Array.from({ length: maxItems + 10 }, (_each, index) => page(`https://a.example/${index}`));
  expect(rowsFor('job', pages)).toHaveLength(maxItems + 10);
  const rows = rowsFor('job', [page('not a url'), page('https://a.example/'), page('about:blank')]);
  expect(rows.map(({ state, code }) => [state, code])).toEqual([
    ['failed', 'page/restricted'],
    ['waiting', null],
    ['failed', 'page/restricted'],
  ]);
});
