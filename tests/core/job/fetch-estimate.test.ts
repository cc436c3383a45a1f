import { expect, test } from 'vitest';
import { fetchEstimate } from '../../../src/core/job/fetch-estimate.ts';

const pages = (site: string, count: number) =>
  Array.from({ length: count }, (_each, index) => `https://${site}.example/${index}`);

test('pages of one site take turns, those of many go side by side', () => {
  expect(fetchEstimate(pages('a', 300))).toEqual({ sites: 1, perMinute: 60 });
  const spread = Array.from({ length: 300 }, (_each, index) => `https://s${index}.example/`);
  expect(fetchEstimate(spread)).toEqual({ sites: 300, perMinute: 120 });
});

test('a site that has most of them is what one waits for', () => {
  expect(fetchEstimate([...pages('a', 90), ...pages('b', 10)])).toEqual({ sites: 2, perMinute: 67 });
});

test('nothing to fetch', () => {
  expect(fetchEstimate([])).toEqual({ sites: 0, perMinute: 0 });
});
