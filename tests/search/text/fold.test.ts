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
  ['Straße', 'strasse'],
  ['Ærø', 'aero'],
  ['multi\u00adthreaded con\u200btainer', 'multithreaded container'],
  ['\u2764\ufe0f', '\u2764'],
  ['負載均衡與資料庫連線池', '负载均衡与资料库连线池'],
  ['裡裏里 線綫线 臺檯颱台 敍敘叙 著着', '里里里 线线线 台台台台 叙叙叙 着着'],
  ['帳號', '账号'],
])('%s folds to %s', (text, folded) => {
  expect(fold(text)).toBe(folded);
});

test('an invisible character is inside what is marked, and the rest keeps its place', () => {
  const text = '負載 key\u200bspace ende';
  const folded = foldWithOrigins(text);
  const at = folded.text.indexOf('keyspace');
  const [start, end] = originalRange(folded, at, at + 8);
  expect(text.slice(start, end)).toBe('key\u200bspace');
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
