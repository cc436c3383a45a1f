import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { inProject } from '../../build/paths.ts';
import { sourceFiles } from './source-files.ts';

const text = (path: string) => readFileSync(inProject(path), 'utf8');
const messages = JSON.parse(text('public/_locales/en/messages.json')) as Record<string, { message: string }>;
const keys = Object.keys(messages);
const manifest = text('manifest.json');
const code = sourceFiles()
  .map((file) => file.code)
  .join('\n');

/** `words_one` and `words_other` are asked for as `words`. */
const asked = (key: string) => key.replace(/_(?:one|other)$/, '');

test('every sentence is said somewhere', () => {
  const said = (key: string) =>
    new RegExp(`['"\`]${asked(key)}['"\`]`).test(code) || manifest.includes(`__MSG_${key}__`);
  expect(keys.filter((key) => !said(key))).toEqual([]);
});

test('the manifest has a sentence for each of its names', () => {
  const named = [...manifest.matchAll(/__MSG_(\w+)__/g)].map((match) => match[1] ?? '');
  expect(named.length).toBeGreaterThan(0);
  expect(named.filter((name) => !keys.includes(name))).toEqual([]);
});

test('what the stores allow: a name of 75 characters, a description of 132', () => {
  for (const locale of ['en', 'zh_CN']) {
    const own = JSON.parse(text(`public/_locales/${locale}/messages.json`)) as typeof messages;
    expect(own['extensionName']?.message.length).toBeLessThanOrEqual(75);
    expect(own['extensionDescription']?.message.length).toBeLessThanOrEqual(132);
  }
});
