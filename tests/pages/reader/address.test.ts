import { describe, expect, it } from 'vitest';
import { parseReaderAddress, readerSearch } from '../../../src/pages/reader/state/router.ts';

describe('the address of another clip', () => {
  it('keeps the list that the clip was opened from, and not the place in its article', () => {
    expect(parseReaderAddress(`?${readerSearch('?id=a&block=7&list=%3Fq%3Dgo', 'b c')}`)).toEqual({
      clipId: 'b c',
      block: null,
      list: '?q=go',
      showsChanges: false,
    });
  });
});

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
