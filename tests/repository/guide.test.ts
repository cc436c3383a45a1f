import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { guideChapters, guideLanguages, guidePage } from '../../build/guide.ts';
import { browsers, type Manifest, manifestFor } from '../../build/manifest.ts';
import { inProject } from '../../build/paths.ts';
import { textFormats } from '../../src/formats/import/formats.ts';
import { parseQuery } from '../../src/search/query/parse-query.ts';

const manifest = JSON.parse(readFileSync(inProject('manifest.json'), 'utf8')) as Manifest & {
  readonly commands: Record<string, { readonly suggested_key: Record<string, string> }>;
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
      const shown = (keys['default'] ?? '')
        .split('+')
        .map((key) => `<kbd>${key}</kbd>`)
        .join('+');
      expect(text).toContain(shown);
    }
    expect(text).toContain(`\`${manifest.omnibox.keyword}\``);
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
    expect(page).not.toContain('href="../../');
  });
});
