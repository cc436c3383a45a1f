import simplified from 'opencc-js/dict/STCharacters';
import traditional from 'opencc-js/dict/TSCharacters';
import { expect, test } from 'vitest';
import { messagesOf } from '../../build/locales.ts';

/** Finds the characters that a table of OpenCC turns into others, save for those that are usual in both scripts. */
function foreignIn(table: string, usual = ''): RegExp {
  const pairs = table.split('|').map((entry) => entry.split(' '));
  const foreign = pairs.flatMap(([from = '', to]) => (from === to || usual.includes(from) ? [] : [from]));
  return new RegExp(`[${foreign.join('')}]`, 'gu');
}

test.each([
  ['zh_CN', foreignIn(traditional)],
  ['zh_TW', foreignIn(simplified, '台')],
] as const)('%s is written in its own characters', (locale, foreign) => {
  const wrong = Object.entries(messagesOf(locale)).flatMap(([key, { message }]) =>
    (message.match(foreign) ?? []).map((character) => `${key}: ${character}`),
  );
  expect(wrong).toEqual([]);
});

test('a character of the other script is found', () => {
  expect('程式码'.match(foreignIn(simplified))).toEqual(['码']);
  expect('代碼'.match(foreignIn(traditional))).toEqual(['碼']);
});
