import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { editDistance, typosAllowed } from '../../../src/search/text/edit-distance.ts';

test.each([
  ['kuberntes', 'kubernetes', 1],
  ['langauge', 'language', 1],
  ['redis', 'redis', 0],
  ['confgiurations', 'configurations', 1],
  ['abcdef', 'ghijkl', 3],
])('%s and %s are %i apart', (typed, word, edits) => {
  expect(editDistance(typed, word, 2)).toBe(edits);
});

test('a beginning is enough for what is still being typed', () => {
  expect(editDistance('kubrne', 'kubernetes', 1, true)).toBe(1);
  expect(editDistance('kubrne', 'kubernetes', 1)).toBe(2);
});

const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), maxLength: 8 });

test('is symmetric, zero only for the same, and never more than the longer word', () => {
  fc.assert(
    fc.property(word, word, (a, b) => {
      const distance = editDistance(a, b, 20);
      expect(distance).toBe(editDistance(b, a, 20));
      expect(distance === 0).toBe(a === b);
      expect(distance).toBeLessThanOrEqual(Math.max(a.length, b.length));
    }),
  );
});

test('short words hold no typos', () => {
  expect([4, 5, 8, 9].map(typosAllowed)).toEqual([0, 1, 1, 2]);
});
