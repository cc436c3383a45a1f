import { describe, expect, it } from 'vitest';
import { parseReaderAddress } from '../../../src/pages/reader/state/router.ts';

describe('parseReaderAddress', () => {
  it.each([
    ['?id=a%20b&block=12', { clipId: 'a b', block: 12, list: '' }],
    ['?id=a', { clipId: 'a', block: null, list: '' }],
    ['?id=a&block=-1', { clipId: 'a', block: null, list: '' }],
    ['?id=a&block=1e9', { clipId: 'a', block: null, list: '' }],
    ['?id=a&list=%3Fq%3Dtag%253Ago', { clipId: 'a', block: null, list: '?q=tag%3Ago' }],
    ['?id=a&list=https%3A%2F%2Fevil.example', { clipId: 'a', block: null, list: '' }],
    ['', { clipId: '', block: null, list: '' }],
  ])('reads %s', (search, expected) => {
    expect(parseReaderAddress(search)).toEqual(expected);
  });
});
