import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { languages, localeOf, messagesOf } from '../../build/locales.ts';
import { inProject } from '../../build/paths.ts';

/** Of the first table in docs/terminology.md; every other language has a heading and a table of its own. */
const shared = new Set(['en', 'zh-CN']);

const [first = '', ...others] = readFileSync(inProject('docs/terminology.md'), 'utf8').split(/^## /m);
const tables = new Map(others.map((part) => [/\(([\w-]+)\)$/m.exec(part)?.[1] ?? '', part]));

/** The last column of a table. */
function forbiddenIn(table: string): readonly string[] {
  return [...table.matchAll(/^\| [^|]+\| [^|]+\| ([^|]+)\|$/gm)]
    .flatMap(([, words = '']) => words.split(',').map((word) => word.trim()))
    .filter((word) => word !== '' && word !== 'never' && !/^-+$/.test(word));
}

/** Words of small Latin letters as whole words, others anywhere. */
function says(message: string, word: string): boolean {
  return /^[a-z ]+$/.test(word) ? new RegExp(`\\b${word}\\b`, 'i').test(message) : message.includes(word);
}

test('the tables are of languages that the extension speaks', () => {
  expect([...tables.keys()].filter((language) => !languages.includes(language))).toEqual([]);
});

describe.each(languages)('in %s', (language) => {
  const forbidden = forbiddenIn(shared.has(language) ? first : (tables.get(language) ?? ''));

  test('there is a table of its words', () => {
    expect(forbidden.length).toBeGreaterThan(5);
  });

  test('no message says a word that has another one', () => {
    const wrong = Object.entries(messagesOf(localeOf(language))).flatMap(([key, { message }]) =>
      forbidden.filter((word) => says(message, word)).map((word) => `${key}: ${word}`),
    );
    expect(wrong).toEqual([]);
  });
});
