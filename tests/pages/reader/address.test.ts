import { describe, expect, it } from 'vitest';
import { parseReaderAddress } from '../../../src/pages/reader/state/address.ts';

describe('parseReaderAddress', () => {
  it.each([
    ['?id=a%20b&block=12', { clipId: 'a b', block: 12 }],
    ['?id=a', { clipId: 'a', block: null }],
    ['?id=a&block=-1', { clipId: 'a', block: null }],
    ['?id=a&block=1e9', { clipId: 'a', block: null }],
    ['', { clipId: '', block: null }],
  ])('reads %s', (search, expected) => {
    expect(parseReaderAddress(search)).toEqual(expected);
  });
});
