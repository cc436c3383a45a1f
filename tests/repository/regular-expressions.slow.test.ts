import { readFileSync } from 'node:fs';
import { check } from 'recheck';
import { parseAst } from 'vite';
import { expect, test } from 'vitest';
import { inProject } from '../../build/paths.ts';
import { sourceFiles } from './source-files.ts';

/**
 * Expressions that may take time by the square of their input, by the beginning of what they say, with the bound of
 * that input; or that the checker does not decide. None else may: the page, and what is imported, are hostile.
 */
const bounded: readonly (readonly [path: string, beginning: string, bound: string])[] = [
  ['src/core/highlight/squeezed-text.ts', '\\$\\$[^$]', 'at most 1,500 characters at each place'],
  ['src/core/highlight/squeezed-text.ts', '(?:\\\\[([]', 'at most 300 characters at each place'],
  ['src/core/highlight/page-quotation.ts', '<span[^<>]', 'at most 200 characters of a tag'],
  ['src/core/report/recorded-failure.ts', '"[^', '4,000 characters, cut before'],
  ['src/extract/metadata/author.ts', ',(?=', 'names of 300 characters, cut before'],
  ['src/extract/metadata/author.ts', '^\\S+@', 'names of 300 characters, cut before'],
  ['src/extract/metadata/title-segments.ts', '\\s+[-–—|·', 'titles of 1,000 characters (`longest`)'],
  ['src/extract/metadata/title-segments.ts', '(?:博客|专栏', 'one segment of a title; anchored'],
  ['src/extract/metadata/author.ts', '(?:作者|撰文', 'bylines of 200 characters (`shortTextOf`)'],
  ['src/extract/metadata/author-name.ts', '^\\s*(?:(?:文章', 'lines of 300 characters (`longest`)'],
  ['src/extract/metadata/author-name.ts', '\\s*(?:[|·•', 'lines of 300 characters (`longest`)'],
  ['src/extract/metadata/site-owner.ts', '(?:[’', '120 characters after the sign'],
  ['src/extract/choose/posts.ts', '[/?](?:issues', '2,000 characters of an address (`longestAddress`)'],
  ['src/extract/metadata/author-name.ts', '^https?:|^(?:true', 'names of 60 characters, asked before'],
  ['src/extract/boilerplate/afterwords.ts', '^mailto:', '500 characters of an address (`longestHref`)'],
  ['src/extract/boilerplate/trim-edges.ts', '^(tags?', 'lines of 120 characters, asked before'],
  ['src/extract/boilerplate/trim-edges.ts', '\\d\\s?min', 'lines of 90 characters, asked before'],
  ['src/extract/boilerplate/trim-edges.ts', '@[\\w.]', 'lines of 120 characters, asked before'],
  ['src/extract/boilerplate/date-line.ts', '(?:\\p{L}', 'a part of an anchored expression'],
  ['src/extract/index-page/post-card.ts', '^(?:[\\s»', 'titles of 300 characters, asked before'],
  ['src/extract/index-page/post-card.ts', '\\b(?:jan|feb', 'titles of 300 characters, asked before'],
  ['src/extract/math/formulas-in-text.ts', '(?<!\\\\)\\\\(?=\\s*\\n)', 'one look for each run of spaces'],
  [
    'src/extract/code/guess-language.ts',
    '\\b(const|let)',
    'the first 4,000 characters, 120 of them at each place',
  ],
  [
    'src/extract/code/guess-language.ts',
    '^[.#]?[a-z]',
    'the first 4,000 characters, 80 of them at each place',
  ],
  ['src/extract/code/guess-language.ts', '^(def', 'the first 4,000 characters'],
  ['src/extract/metadata/site-owner.ts', '\\b(?:inc', '120 characters after the sign'],
  ['src/extract/outcome/page-notice.ts', '(?:post|article', 'at most 40 characters at each place'],
  ['src/extract/code/code-language.ts', '(?:^|\\s)(?:hl|type', 'twenty characters before what is looked for'],
  ['src/core/image/image-type.ts', '<\\?[^<>]*', 'the first 4,096 bytes (`svgWithin`)'],
  ['src/browser/page-access.ts', 'no tab with id', "a message of the browser's own"],
];

interface Expression {
  readonly place: string;
  readonly pattern: string;
  readonly flags: string;
}

function expressionsOf(path: string): readonly Expression[] {
  const source = readFileSync(inProject(path), 'utf8');
  const found: Expression[] = [];
  const visit = (node: unknown): void => {
    if (typeof node !== 'object' || node === null) return;
    if ('regex' in node && 'start' in node && isRegex(node.regex)) {
      const line = source.slice(0, Number(node.start)).split('\n').length;
      found.push({ place: `${path}:${String(line)}`, ...node.regex });
    }
    for (const child of Object.values(node)) visit(child);
  };
  visit(parseAst(source, { lang: path.endsWith('x') ? 'tsx' : 'ts' }));
  return found;
}

function isRegex(value: unknown): value is { readonly pattern: string; readonly flags: string } {
  return typeof value === 'object' && value !== null && 'pattern' in value && 'flags' in value;
}

const all = sourceFiles().flatMap(({ path }) => expressionsOf(path));

test('expressions are found', () => {
  expect(all.length).toBeGreaterThan(400);
});

test('no regular expression takes more than linear time, but on input whose bound is stated', async () => {
  const slow: string[] = [];
  for (const { place, pattern, flags } of all) {
    const path = place.slice(0, place.lastIndexOf(':'));
    if (bounded.some(([where, beginning]) => where === path && pattern.startsWith(beginning))) continue;
    const verdict = await check(pattern, flags, { timeout: 20_000 });
    if (verdict.status === 'safe') continue;
    const reason =
      verdict.status === 'vulnerable'
        ? `${verdict.complexity.summary}, by ${verdict.attack.pattern.slice(0, 80)}`
        : verdict.error.kind;
    slow.push(`${place} /${pattern}/${flags}: ${reason}`);
  }
  expect(slow).toEqual([]);
}, 900_000);

test('each exception is still there', () => {
  const gone = bounded.filter(
    ([path, beginning]) =>
      !all.some(({ place, pattern }) => place.startsWith(`${path}:`) && pattern.startsWith(beginning)),
  );
  expect(gone).toEqual([]);
});

/** Expressions made at run time, which the checker does not see: from our own words, or escaped and bounded. */
const made = [
  'src/core/highlight/squeezed-text.ts',
  'src/extract/account/held-text.ts',
  'src/extract/boilerplate/date-line.ts',
  'src/extract/boilerplate/names.ts',
  'src/extract/boilerplate/related-tail.ts',
  'src/extract/code/find-code-blocks.ts',
  'src/extract/feed/without-tags.ts',
  'src/extract/math/formulas-in-text.ts',
  'src/extract/metadata/date-text.ts',
  'src/formats/export/islands.ts',
  'src/formats/import/notes/highlight-section.ts',
  'src/formats/text/markup.ts',
  'src/pages/library/view/facet-rail.tsx',
  'src/search/ranking/name-pattern.ts',
  'src/search/ranking/phrase-pattern.ts',
  'src/search/text/written-apart.ts',
];

test('expressions are made at run time only where it is known', () => {
  expect(
    sourceFiles()
      .filter(({ code }) => /\bRegExp\(/.test(code))
      .map(({ path }) => path),
  ).toEqual(made);
});
