import { describe, expect, it } from 'vitest';
import { parseReaderAddress } from '../../../src/pages/reader/state/router.ts';

describe('parseReaderAddress', () => {
  it.each([
    ['?id=a%20b&block=12', { clipId: 'a b', block: 12, list: '', showsChanges: false }],
    ['?id=a', { clipId: 'a', block: null, list: '', showsChanges: false }],
    ['?id=a&block=-1', { clipId: 'a', block: null, list: '', showsChanges: false }],
    ['?id=a&block=1e9', { clipId: 'a', block: null, list: '', showsChanges: false }],
    ['?id=a&list=%3Fq%3Dtag%253Ago', { clipId: 'a', block: null, list: '?q=tag%3Ago', showsChanges: false }],
    ['?id=a&list=https%3A%2F%2Fevil.example', { clipId: 'a', block: null, list: '', showsChanges: false }],
    ['?id=a&show=changes', { clipId: 'a', block: null, list: '', showsChanges: true }],
    ['', { clipId: '', block: null, list: '', showsChanges: false }],
  ])('reads %s', (search, expected) => {
    expect(parseReaderAddress(search)).toEqual(expected);
  });
});
