import { describe, expect, test } from 'vitest';
import { holdsPhrase, literalPattern, readPhrase } from '../../../src/search/ranking/phrase-pattern.ts';
import { fold } from '../../../src/search/text/fold.ts';

function holds(text: string, phrase: string, open = false): boolean {
  const read = readPhrase(phrase, open);
  return read !== null && holdsPhrase(fold(text), read);
}

describe('a phrase', () => {
  test.each([
    ['We saw Connection refused.', 'connection refused', true],
    ['connection was refused', 'connection refused', false],
    ['disconnection refused', 'connection refused', false],
    ['connection refusedly', 'connection refused', false],
    ['state-of-the-art', 'state of the art', true],
    ['使用go timeout控制', 'go timeout', true],
    ['redis主从复制', 'redis 主从', true],
    ['Redis 的主从', 'redis的主从', true],
    ['网络超时', '网络 超时', true],
    ['ptr->next', 'ptr->next', true],
    ['ptr.next', 'ptr->next', false],
    ['Ｆｕｌｌ　ｗｉｄｔｈ', 'full width', true],
  ])('%s holds %s: %s', (text, phrase, expected) => {
    expect(holds(text, phrase)).toBe(expected);
  });

  test('that is open may go on', () => {
    expect(holds('connection refused', 'connection ref', true)).toBe(true);
    expect(holds('connection refused', 'connection ref')).toBe(false);
  });

  test('without a word is none', () => {
    expect(readPhrase('!?', false)).toBeNull();
  });
});

test.each([
  ['timeout', null],
  ['网络', null],
  ['主从复制', '主从复制'],
  ['redis主从', 'redis主从'],
  ['C++', 'c++'],
  ['a[0].b*', 'a[0].b*'],
])('%s is looked for just as typed: %s', (word, found) => {
  const pattern = literalPattern(word);
  expect(pattern === null ? null : `x ${word.toLowerCase()} y`.match(pattern)?.[0]).toBe(found);
});
