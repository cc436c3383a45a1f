import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { guideChapters, guideLanguages, guidePage } from '../../build/guide.ts';
import { localeOf, messagesOf } from '../../build/locales.ts';
import { browsers, type Manifest, manifestFor } from '../../build/manifest.ts';
import { inProject } from '../../build/paths.ts';
import { textFormats } from '../../src/formats/import/formats.ts';
import { reminderChoices, usualReminder } from '../../src/core/library/backup-reminder.ts';
import { maxItems } from '../../src/core/job/new-items.ts';
import { maxTagLength } from '../../src/core/tag/tag.ts';
import { readerKeys } from '../../src/pages/reader/state/keys.ts';
import { parseQuery } from '../../src/search/query/parse-query.ts';

const manifest = JSON.parse(readFileSync(inProject('manifest.json'), 'utf8')) as Manifest & {
  readonly commands: Record<string, { readonly suggested_key?: Record<string, string> }>;
  readonly omnibox: { readonly keyword: string };
};
const languages = Object.values(guideLanguages);
const whole = (language: string) =>
  guideChapters(language)
    .map(({ text }) => text)
    .join('\n');

/** The shape of a text: headings by level, rows of tables, and paragraphs of questions. */
function shape(text: string): readonly string[] {
  return text.split('\n').flatMap((line) => {
    if (/^#+ /.test(line)) return [line.split(' ')[0] ?? ''];
    if (line.startsWith('|')) return [`row of ${String(line.split('|').length)}`];
    return [];
  });
}

test('both languages have the same chapters, headings and rows', () => {
  const [first, ...others] = languages.map((language) =>
    guideChapters(language).map(({ file, text }) => ({ file, shape: shape(text) })),
  );
  for (const other of others) expect(other).toEqual(first);
});

describe.each(languages)('the guide in %s', (language) => {
  const text = whole(language);

  test('names the keys that the manifest suggests', () => {
    for (const { suggested_key: keys } of Object.values(manifest.commands)) {
      if (keys === undefined) continue;
      const shown = (keys['default'] ?? '')
        .split('+')
        .map((key) => `<kbd>${key}</kbd>`)
        .join('+');
      expect(text).toContain(shown);
    }
    expect(text).toContain(`\`${manifest.omnibox.keyword}\``);
  });

  test('names keys of the reader that it has', () => {
    const rows = text.split('\n').filter((line) => /\| (?:reader|阅读页) +\|/.test(line));
    const named = rows.flatMap((row) => [...row.matchAll(/<kbd>(.)<\/kbd>/g)].map(([, key = '']) => key));
    const known = new Set<string>(readerKeys.map(([key]) => key));
    expect(named.length).toBeGreaterThan(6);
    expect(named.filter((key) => !known.has(key))).toEqual([]);
  });

  test('calls buttons and pages what the interface calls them', () => {
    const words = new Set(
      Object.values(messagesOf(localeOf(language))).map(({ message }) => message.replace(/…$/, '')),
    );
    const quoted = language === 'en' ? /(?<!\w)_([^_\n]+)_(?!\w)/g : /“([^”]+)”/g;
    const named = [...text.replaceAll(/`[^`]*`/g, '').matchAll(quoted)].map(([, name = '']) => name);
    // Of the browser, of other programs, and a sentence in full.
    const others = new Set(['文件', '允许访问文件网址', '另一个 Clipshelf 页面仍在使用旧版资料库。']);
    expect(named.length).toBeGreaterThan(30);
    expect(named.filter((name) => !words.has(name.replace(/…$/, '')) && !others.has(name))).toEqual([]);
  });

  test('shows pictures that are there, each with words for those who do not see it', () => {
    const pictures = [...text.matchAll(/!\[([^\]]*)\]\(([^)]+)\)/g)];
    const missing = pictures.filter(
      ([, , file = '']) => !existsSync(inProject('docs/guide', language, file)),
    );
    expect(pictures.length).toBeGreaterThan(5);
    expect(missing).toEqual([]);
    expect(pictures.filter(([, words = '']) => words.length < 5)).toEqual([]);
  });

  test('gives the limits that there are', () => {
    const number = (value: number) => new Intl.NumberFormat('en').format(value);
    expect(reminderChoices).toContain(usualReminder.every);
    for (const limit of [maxItems, maxTagLength, usualReminder.every]) {
      expect(text).toMatch(new RegExp(`\\b${number(limit)}\\b`));
    }
  });

  test('lists every permission, and says which are asked for at install', () => {
    const [, table = ''] = text.split(/^\| permission .*$/m);
    const listed = [
      ...(table.split('\n\n')[0] ?? '').matchAll(/^\| ([a-z]\w+(?: access)?) +\| ([^|]+) \|/gim),
    ].map(([, name = '', when = '']) => ({ name, atInstall: /install|安装/.test(when) }));
    const packages = browsers.map((browser) => manifestFor(browser, manifest, '1.0.0'));
    const named = (key: string) =>
      new Set(packages.flatMap((each) => (Array.isArray(each[key]) ? each[key].map(String) : [])));
    const [needed, optional] = [named('permissions'), named('optional_permissions')];
    expect(
      listed
        .filter(({ atInstall }) => atInstall)
        .map(({ name }) => name)
        .toSorted(),
    ).toEqual([...needed].toSorted());
    expect(
      listed
        .filter(({ atInstall }) => !atInstall)
        .map(({ name }) => name)
        .toSorted(),
    ).toEqual(
      [...optional]
        .filter((name) => !needed.has(name))
        .concat('host access')
        .toSorted(),
    );
  });

  test('shows queries that the search understands', () => {
    const queries = [...text.matchAll(/^\| ((?:`[^`]+`[，, ]*)+) +\|/gm)]
      .flatMap(([, cell = '']) => [...cell.matchAll(/`([^`]+)`/g)].map(([, query = '']) => query))
      .filter((query) => !query.startsWith('.') && !query.endsWith('.json'));
    expect(queries.length).toBeGreaterThan(12);
    const misunderstood = queries.filter((query) => parseQuery(query, 0).hints.length > 0);
    expect(misunderstood).toEqual([]);
  });

  test('names what can be imported by the names of the formats', () => {
    const named = textFormats
      .map(({ name }) => name)
      .filter((name) => /^(?:Karakeep|Linkwarden|Evernote|OPML|Markdown)$/.test(name));
    expect(named.length).toBeGreaterThan(3);
    for (const name of named) expect(text).toContain(name);
  });

  test('is a page that loads nothing from elsewhere and leads nowhere that is not there', () => {
    const page = guidePage(language);
    expect(page).not.toMatch(/<script|https?:\/\//);
    for (const [, target = ''] of page.matchAll(/href="#([^"]+)"/g)) expect(page).toContain(`id="${target}"`);
    expect(page).not.toMatch(/href="(?!#|\.\.\/icons|\.\/guide)/);
  });
});
