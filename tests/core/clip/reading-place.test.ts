import { describe, expect, test } from 'vitest';
import { isUnderWay, placeOfBoth } from '../../../src/core/clip/reading-place.ts';

describe('a place in an article', () => {
  test.each([
    [0, 0, false],
    [1, 0.01, false],
    [0, 0.5, false],
    [3, 0.4, true],
    [40, 0.97, true],
    [41, 1, false],
  ])('block %i, %f of it: to be gone on with %s', (block, share, expected) => {
    expect(isUnderWay({ block, share })).toBe(expected);
  });

  test('of two sides of a merge the later one stands, whichever comes first', () => {
    const earlier = { block: 9, share: 0.9, at: 1 };
    const later = { block: 2, share: 0.1, at: 2 };
    const [one, other] = [{ reading: earlier }, { reading: later }];
    expect(placeOfBoth(one, other)).toEqual(other);
    expect(placeOfBoth(other, one)).toEqual(other);
    expect(placeOfBoth({}, one)).toEqual(one);
    expect(placeOfBoth({}, {})).toEqual({});
  });
});
