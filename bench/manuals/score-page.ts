import { HeldText, lineKey, wordsOf } from '../corpus/words.ts';
import type { SeenLine, SeenPage } from '../corpus/in-page-seen.ts';

/** What came out of a page, and what was seen on it. */
export interface ManualResult {
  readonly id: string;
  readonly seen: SeenPage;
  /** The style sheets of the page: pages that share them share a template. */
  readonly look: string;
  /** Links of the menu beside it, as `lineKey` has them. */
  readonly menu: ReadonlySet<string>;
  readonly text: string;
  readonly code: readonly string[];
  readonly complete: boolean;
}

export interface PageScore {
  readonly id: string;
  readonly complete: boolean;
  /** Words of the page's own lines, and those of them that came through. */
  readonly content: number;
  /** Those in lines that are links as a whole. */
  readonly linked: number;
  readonly kept: number;
  /** Words that came out, and those of them in lines of the template. */
  readonly written: number;
  readonly template: number;
  readonly code: { readonly all: number; readonly exact: number; readonly missing: number };
  /** The longest of the lines that did not come through. */
  readonly lost: readonly string[];
}

/** Pages with fewer words of their own are stubs; those that are links by half are lists. */
const fewestWords = 40;

/** Scores the pages of one manual; stubs and lists are left out. */
export function scoreManual(results: readonly ManualResult[]): readonly PageScore[] {
  return [...new Set(results.map(({ look }) => look))].flatMap((look) => {
    const pages = results.filter((page) => page.look === look);
    const template = templateOf(pages.length >= 6 ? pages : results);
    return pages
      .map((page) => scorePage(page, template))
      .filter(({ content, linked }) => content >= fewestWords && linked * 2 < content);
  });
}

/** Lines that stand on a third of the pages, and on three at least. */
function templateOf(pages: readonly ManualResult[]): ReadonlySet<string> {
  const count = new Map<string, number>();
  for (const { seen } of pages) {
    for (const line of new Set(seen.lines.map(({ text }) => lineKey(text))))
      count.set(line, (count.get(line) ?? 0) + 1);
  }
  const least = Math.max(3, pages.length / 3);
  return new Set([...count].filter(([, holding]) => holding >= least).map(([line]) => line));
}

function scorePage(
  { id, seen, menu, text, code, complete }: ManualResult,
  template: ReadonlySet<string>,
): PageScore {
  const held = new HeldText(text);
  const neighbours = new Set(seen.neighbours.map((title) => lineKey(title)));
  const headings = new Set(seen.lines.filter((line) => line.inHeading).map((line) => lineKey(line.text)));
  const lost: string[] = [];
  let content = 0;
  let linked = 0;
  let kept = 0;
  for (const line of seen.lines) {
    const words = wordsOf(line.text);
    const key = words.join(' ');
    const isMenu = line.link !== null && menu.has(key);
    // A list of the page's own headings is its navigation.
    const isContents = !line.inHeading && line.link?.startsWith('#') === true && headings.has(key);
    if (words.length === 0 || template.has(key) || isMenu || isContents) continue;
    if (isNeighbour(key, line, neighbours)) continue;
    const count = held.count(words);
    content += words.length;
    kept += count;
    if (line.link !== null) linked += words.length;
    if (count * 2 < words.length) lost.push(line.text);
  }
  const lines = text.split('\n').map((line) => lineKey(line));
  // A heading that repeats may be either: "Description" is each page's own.
  const inTemplate = lines.filter((line) => line !== '' && template.has(line) && !headings.has(line));
  return {
    id,
    complete,
    content,
    linked,
    kept,
    written: wordsOf(text).length,
    template: inTemplate.reduce((sum, line) => sum + line.split(' ').length, 0),
    code: scoreCode(seen.code, code, held),
    lost: lost.toSorted((a, b) => b.length - a.length).slice(0, 4),
  };
}

/** `Next: its title`, with or without a link. */
function isNeighbour(key: string, line: SeenLine, neighbours: ReadonlySet<string>): boolean {
  if (line.inHeading) return false;
  if (neighbours.has(key)) return true;
  return line.link !== null && [...neighbours].some((title) => key.endsWith(` ${title}`));
}

function scoreCode(seen: readonly string[], written: readonly string[], held: HeldText): PageScore['code'] {
  const left = new Map<string, number>();
  for (const block of written.map(comparableCode)) left.set(block, (left.get(block) ?? 0) + 1);
  let exact = 0;
  let missing = 0;
  for (const block of seen) {
    const text = comparableCode(block);
    const count = left.get(text) ?? 0;
    if (count > 0) {
      exact++;
      left.set(text, count - 1);
    } else {
      const words = wordsOf(block);
      if (held.count(words) * 2 < words.length) missing++;
    }
  }
  return { all: seen.length, exact, missing };
}

/** Code without what nobody sees: blanks at the ends of lines, blank lines at the edges. */
function comparableCode(code: string): string {
  return code
    .replaceAll('\u00a0', ' ')
    .split('\n')
    .map((line) => line.trimEnd())
    .join('\n')
    .replace(/^\n+/, '')
    .trimEnd();
}
