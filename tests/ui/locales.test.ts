import { readFileSync, readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

type Messages = Record<string, { message: string }>;

const folder = new URL('../../public/_locales/', import.meta.url);
const locales = readdirSync(folder);
const messagesOf = (locale: string): Messages =>
  JSON.parse(readFileSync(new URL(`${locale}/messages.json`, folder), 'utf8')) as Messages;
const english = messagesOf('en');
const placeholders = (text: string) => (text.match(/\$\d/g) ?? []).toSorted();

describe.each(locales.filter((locale) => locale !== 'en'))('the messages in %s', (locale) => {
  const messages = messagesOf(locale);

  it('are those of the English ones', () => {
    expect(Object.keys(messages).toSorted()).toEqual(Object.keys(english).toSorted());
  });

  it('have the same placeholders, and say something', () => {
    for (const [key, { message }] of Object.entries(messages)) {
      expect([key, placeholders(message)]).toEqual([key, placeholders(english[key]?.message ?? '')]);
      expect([key, message.trim()]).not.toEqual([key, '']);
    }
  });
});

it('English has both forms of every counted message', () => {
  const ones = Object.keys(english).filter((key) => key.endsWith('_one'));
  expect(ones.length).toBeGreaterThan(0);
  for (const key of ones) expect(english).toHaveProperty(key.replace(/_one$/, '_other'));
});

it('every message is used somewhere', () => {
  const root = new URL('../../', import.meta.url);
  const sources = readdirSync(new URL('src/', root), { recursive: true, encoding: 'utf8' })
    .filter((path) => /\.tsx?$/.test(path))
    .map((path) => readFileSync(new URL(`src/${path}`, root), 'utf8'));
  const text = [...sources, readFileSync(new URL('manifest.json', root), 'utf8')].join('\n');
  const unused = Object.keys(english).filter((key) => {
    const name = key.replace(/_(?:one|other)$/, '');
    return !text.includes(`'${name}'`) && !text.includes(`__MSG_${name}__`);
  });
  expect(unused).toEqual([]);
});
