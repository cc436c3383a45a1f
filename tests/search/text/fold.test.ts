import * as fc from 'fast-check';
import { anyText } from './any-text.ts';
import { expect, test } from 'vitest';
import { fold, foldWithOrigins, originalRange } from '../../../src/search/text/fold.ts';

test.each([
  ['Café', 'cafe'],
  ['ＡＢＣ１，（', 'abc1,('],
  ['ｶﾞ', 'カ'],
  ['한글', '한글'],
  ['网络 TIMEOUT', '网络 timeout'],
  ['ﬁne', 'fine'],
])('%s folds to %s', (text, folded) => {
  expect(fold(text)).toBe(folded);
});

test('what is found in the folded text is marked in the original', () => {
  const folded = foldWithOrigins('ﬁrst Ｃafé 网络');
  const at = folded.text.indexOf('cafe');
  const [start, end] = originalRange(folded, at, at + 4);
  expect('ﬁrst Ｃafé 网络'.slice(start, end)).toBe('Ｃafé');
});

test('folding again changes nothing, and every place has its origin', () => {
  fc.assert(
    fc.property(anyText(30), (text) => {
      expect(fold(fold(text))).toBe(fold(text));
      const folded = foldWithOrigins(text);
      const [start, end] = originalRange(folded, 0, folded.text.length);
      expect([start <= end, end <= text.length]).toEqual([true, true]);
    }),
  );
});
