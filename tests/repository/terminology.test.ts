import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { inProject } from '../../build/paths.ts';

const text = (path: string) => readFileSync(inProject(path), 'utf8');

/** The last column of the table in docs/terminology.md. */
const forbidden = [...text('docs/terminology.md').matchAll(/^\| [^|]+\| [^|]+\| ([^|]+)\|$/gm)]
  .flatMap(([, words = '']) => words.split(',').map((word) => word.trim()))
  .filter((word) => word !== '' && word !== 'never' && !/^-+$/.test(word));

/** English by whole words, Chinese anywhere. */
function says(message: string, word: string): boolean {
  return /^[a-z ]+$/.test(word) ? new RegExp(`\\b${word}\\b`, 'i').test(message) : message.includes(word);
}

test.each(['en', 'zh_CN'])('no message of %s says a word that has another one', (locale) => {
  const messages = JSON.parse(text(`public/_locales/${locale}/messages.json`)) as Record<
    string,
    { message: string }
  >;
  expect(forbidden.length).toBeGreaterThan(15);
  const wrong = Object.entries(messages).flatMap(([key, { message }]) =>
    forbidden.filter((word) => says(message, word)).map((word) => `${key}: ${word}`),
  );
  expect(wrong).toEqual([]);
});
