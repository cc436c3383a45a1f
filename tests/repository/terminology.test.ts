import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { languages, localeOf, messagesOf } from '../../build/locales.ts';
import { inProject } from '../../build/paths.ts';

const [first = '', ...others] = readFileSync(inProject('docs/terminology.md'), 'utf8').split(/^## /m);

/** The table of a language: one is of English and 简体中文, and each other one stands below its heading, `日本語 (ja)`. */
function tableOf(language: string): string {
  if (language === 'en' || language === 'zh-CN') return first;
  return others.find((part) => part.split('\n', 1)[0]?.endsWith(`(${language})`) === true) ?? '';
}

/** The last column of a table. */
function forbiddenIn(table: string): readonly string[] {
  return [...table.matchAll(/^\|[^|]+\|[^|]+\|([^|]+)\|$/gm)]
    .flatMap(([, words = '']) => words.split(',').map((word) => word.trim()))
    .filter((word) => word !== '' && word !== 'never' && !/^-+$/.test(word));
}

/** Words of languages that write between spaces are whole ones. */
function says(message: string, word: string): boolean {
  if (/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u.test(word))
    return message.includes(word);
  return new RegExp(`(?<![\\p{L}\\p{N}])${word}(?![\\p{L}\\p{N}])`, 'iu').test(message);
}

test.each(languages)('no message of %s says a word that has another one', (language) => {
  const forbidden = forbiddenIn(tableOf(language));
  expect(forbidden.length).toBeGreaterThan(10);
  const wrong = Object.entries(messagesOf(localeOf(language))).flatMap(([key, { message }]) =>
    forbidden.filter((word) => says(message, word)).map((word) => `${key}: ${word}`),
  );
  expect(wrong).toEqual([]);
});
