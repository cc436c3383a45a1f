import { expect, test } from 'vitest';
import { isSameValue } from '../../../src/core/sync/same-value.ts';

test.each<readonly [unknown, unknown]>([
  [1, 1],
  [null, null],
  [
    { a: 1, b: [1, { c: 'x' }] },
    { b: [1, { c: 'x' }], a: 1 },
  ],
  [{ a: 1, b: undefined }, { a: 1 }],
  [{ a: 1 }, { a: 1, b: undefined }],
  [
    new Map([
      ['a', { at: 1 }],
      ['b', { at: 2 }],
    ]),
    new Map([
      ['b', { at: 2 }],
      ['a', { at: 1 }],
    ]),
  ],
])('%o and %o are the same', (a, b) => expect(isSameValue(a, b)).toBe(true));

test.each<readonly [unknown, unknown]>([
  [1, '1'],
  [null, undefined],
  [null, {}],
  [[], {}],
  [new Map(), {}],
  [{}, new Map()],
  [
    [1, 2],
    [2, 1],
  ],
  [[1], [1, 2]],
  [{ a: 1 }, { a: 1, b: null }],
  [{ a: 1, b: null }, { a: 1 }],
  [{ a: { b: 1 } }, { a: { b: 2 } }],
  [new Map([['a', 1]]), new Map([['b', 1]])],
  [new Map([['a', 1]]), new Map([['a', 2]])],
])('%o and %o are not', (a, b) => expect(isSameValue(a, b)).toBe(false));
