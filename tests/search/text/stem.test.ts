import { expect, test } from 'vitest';
import { stem } from '../../../src/search/text/stem.ts';

test.each([
  ['cache caches cached caching', 1],
  ['run running runs', 1],
  ['query queries querying', 1],
  ['class classes', 1],
  ['address addresses', 1],
  ['deploy deployed deploys deploying', 1],
  ['status static stats', 3],
  ['redis red', 2],
])('%s have %i stems', (words, count) => {
  expect(new Set(words.split(' ').map(stem)).size).toBe(count);
});
