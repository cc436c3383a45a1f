import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { localeOf, languages, messagesOf } from '../../build/locales.ts';
import { inProject } from '../../build/paths.ts';
import { sourceFiles } from './source-files.ts';

const english = messagesOf('en');
const keys = Object.keys(english);
const manifest = readFileSync(inProject('manifest.json'), 'utf8');
const code = sourceFiles()
  .map((file) => file.code)
  .join('\n');

const counted = keys.flatMap((key) => (key.endsWith('_other') ? [key.slice(0, -'_other'.length)] : []));
const plain = keys.filter((key) => !counted.some((base) => key.startsWith(`${base}_`)));

/** The plural categories of a language, each with how many of the first numbers it is for. */
function pluralForms(language: string): ReadonlyMap<string, number> {
  const rules = new Intl.PluralRules(language);
  const forms = new Map<string, number>(rules.resolvedOptions().pluralCategories.map((form) => [form, 0]));
  for (let number = 0; number <= 200; number += 1) {
    const form = rules.select(number);
    forms.set(form, (forms.get(form) ?? 0) + 1);
  }
  return forms;
}

/** Names, which are the same in every language. */
const names = new Set(['Clipshelf', 'Markdown', 'Obsidian', 'Logseq', 'SiYuan', 'Hugo, Hexo']);

/** What stands on the buttons of the popup: as an action of its card, or between the tags of a button. */
const buttons = sourceFiles()
  .filter((file) => file.path.startsWith('src/pages/popup/'))
  .flatMap((file) => [...file.code.matchAll(/(?:label: (?:\{ key: )?|<Button[^>]*>\s*\{t\()'(\w+)'/g)])
  .map((match) => match[1] ?? '');

/** Letters that any button has room for. */
const shortButton = 24;

/** In letters: a Chinese, Japanese or Korean sign is as wide as two. */
function widthOf(message: string): number {
  return (
    message.length +
    (
      message.match(
        /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}（）：。、，]/gu,
      ) ?? []
    ).length
  );
}

function placeholders(key: string, messages = english): readonly string[] {
  return [...new Set(messages[key]?.message.match(/\$\d/g))].toSorted();
}

test('every sentence is said somewhere', () => {
  const said = new Set([...code.matchAll(/(['"`])(\w+)\1/g)].map((match) => match[2] ?? ''));
  for (const [, name = ''] of manifest.matchAll(/__MSG_(\w+)__/g)) said.add(name);
  expect([...plain, ...counted].filter((key) => !said.has(key))).toEqual([]);
});

test('the manifest has a sentence for each of its names', () => {
  const named = [...manifest.matchAll(/__MSG_(\w+)__/g)].map((match) => match[1] ?? '');
  expect(named.length).toBeGreaterThan(0);
  expect(named.filter((name) => !keys.includes(name))).toEqual([]);
});

describe.each(languages)('the messages in %s', (language) => {
  const messages = messagesOf(localeOf(language));
  const forms = pluralForms(language);
  const due = [...plain, ...counted.flatMap((base) => [...forms.keys()].map((form) => `${base}_${form}`))];

  test('are all there, in the plural forms of the language, and no other', () => {
    expect(Object.keys(messages).toSorted()).toEqual([...due].toSorted());
  });

  test('say their language, which is the one of their folder', () => {
    expect(messages['languageTag']?.message).toBe(language);
  });

  test('stand there once: of two, browsers take the last one', () => {
    const file = readFileSync(inProject(`public/_locales/${localeOf(language)}/messages.json`), 'utf8');
    const named = [...file.matchAll(/^ {2}"(\w+)": \{/gm)].map((match) => match[1]);
    expect(named).toHaveLength(Object.keys(messages).length);
  });

  test('say something, and name what English names', () => {
    const odd = due.filter((key) => {
      const base = counted.find((each) => key.startsWith(`${each}_`));
      const named = placeholders(key, messages).join(' ');
      // "1 page": what is said of a single number need not name it.
      const alone = base !== undefined && forms.get(key.slice(base.length + 1)) === 1 && named === '';
      const wanted = placeholders(base === undefined ? key : `${base}_other`).join(' ');
      return messages[key]?.message.trim() === '' || (named !== wanted && !alone);
    });
    expect(odd).toEqual([]);
  });

  test('fit into the stores: a name of 75 characters, a description of 132', () => {
    expect(messages['extensionName']?.message.length).toBeLessThanOrEqual(75);
    expect(messages['extensionDescription']?.message.length).toBeLessThanOrEqual(132);
  });

  test('are translated', () => {
    const foreign = new Intl.Locale(language).maximize().script !== 'Latn';
    const same = due.filter((key) => {
      const { message } = messages[key] ?? { message: '' };
      if (language === 'en' || names.has(message) || message !== english[key]?.message) return false;
      // Of languages in Latin letters a word alone may be the same one: "Code", "Tags".
      return foreign ? /\p{L}/u.test(message) : message.split(' ').length > 2;
    });
    expect(same).toEqual([]);
  });

  test('have the quotation marks and the dots of print', () => {
    expect(due.filter((key) => /"|\.\.\./.test(messages[key]?.message ?? ''))).toEqual([]);
  });

  test('leave room in the popup: a button is not much wider than in English', () => {
    expect(buttons.length).toBeGreaterThan(10);
    const wide = buttons.filter((key) => {
      const shown = counted.includes(key) ? `${key}_other` : key;
      const most = Math.max(1.7 * widthOf(english[shown]?.message ?? ''), shortButton);
      return widthOf(messages[shown]?.message ?? '') > most;
    });
    expect(wide).toEqual([]);
  });
});
