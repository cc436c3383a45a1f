import type { WrittenHighlight } from '../../export/written-highlight.ts';
import type { BlockPoint, BlockRange } from '../../../core/highlight/highlight.ts';
import { highlightsComment } from '../write/highlights.ts';
import { unguardNote } from '../write/guard-note.ts';

export interface WrittenHighlights {
  /** The Markdown without what was written below it. */
  readonly body: string;
  readonly highlights: readonly WrittenHighlight[];
}

/** Takes what highlightsMarkdown wrote off the end of an article's Markdown. */
export function readWrittenHighlights(markdown: string): WrittenHighlights {
  const none = { body: markdown, highlights: [] };
  if (!markdown.includes(highlightsComment)) return none;
  const lines = markdown.split('\n').map((line) => line.replace(/\r$/, ''));
  const start = commentLine(lines);
  const end = start === -1 ? -1 : lines.indexOf('-->', start);
  if (end === -1) return none;
  const rest = lines.slice(end + 1);
  const { entries, after } = readEntries(rest);
  const rows = lines.slice(start + 1, end).flatMap(readRow);
  const below = rows.filter((row) => row.below).length;
  const said = below === entries.length ? [...entries] : [];
  const highlights = rows.map(({ below: isBelow, ...row }): WrittenHighlight => ({
    ...row,
    ...((isBelow ? said.shift() : undefined) ?? { quote: '', note: '' }),
  }));
  const loose = below === entries.length ? [] : entries.map(asFree);
  return { body: [...lines.slice(0, start), ...after].join('\n'), highlights: [...highlights, ...loose] };
}

/** What somebody has put or taken away by hand is known by its words. */
function asFree({ quote, note }: Entry): WrittenHighlight {
  const unknown = { id: '', hash: '', tags: [], prefix: '', suffix: '', picture: '' };
  return { ...unknown, range: null, color: '', createdAt: Number.NaN, quote, note };
}

/** The last one that stands in no code. */
function commentLine(lines: readonly string[]): number {
  let fence: string | null = null;
  let found = -1;
  lines.forEach((line, index) => {
    const mark = /^ {0,3}(`{3,}|~{3,})/.exec(line)?.[1] ?? '';
    if (fence === null) {
      if (mark !== '') fence = mark;
      else if (line === highlightsComment) found = index;
    } else if (mark.startsWith(fence) && line.trim() === mark) fence = null;
  });
  return found;
}

interface Row extends Omit<WrittenHighlight, 'quote' | 'note'> {
  readonly below: boolean;
}

const mostRows = 5_000;

function readRow(line: string, index: number): Row[] {
  const [range = '', color = '', created = '', hash = '', below = '', id, tags, prefix, suffix, picture] =
    line.split(' ');
  const createdAt = Date.parse(created);
  if (index >= mostRows || Number.isNaN(createdAt)) return [];
  const labels = field(tags) === '' ? [] : (tags ?? '').split(',').map(decoded);
  return [
    {
      range: readRange(range),
      color,
      createdAt,
      hash,
      below: below === 'below',
      id: field(id),
      tags: labels,
      prefix: field(prefix),
      suffix: field(suffix),
      picture: field(picture),
    },
  ];
}

function field(value = '-'): string {
  return value === '-' ? '' : decoded(value);
}

function decoded(value: string): string {
  try {
    return decodeURIComponent(value);
  } catch {
    // Not of our writing.
    return '';
  }
}

function readRange(text: string): BlockRange | null {
  const [, block, offset, toBlock, toOffset] =
    /^(\d{1,7})(?::(\d{1,9}))?-(\d{1,7})(?::(\d{1,9}))?$/.exec(text) ?? [];
  if (block === undefined || toBlock === undefined) return null;
  const point = (at: string, units: string | undefined): BlockPoint => ({
    block: Number(at),
    offset: units === undefined ? null : Number(units),
  });
  return { from: point(block, offset), to: point(toBlock, toOffset) };
}

interface Entry {
  readonly quote: string;
  readonly note: string;
}

/** The callouts below the comment and its heading, and the lines after the last of them. */
function readEntries(lines: readonly string[]): {
  readonly entries: readonly Entry[];
  readonly after: readonly string[];
} {
  const entries: Entry[] = [];
  let at = skipBlank(lines, 0);
  const isHeading = lines[at]?.startsWith('## ') === true;
  let next = isHeading ? skipBlank(lines, at + 1) : at;
  while (lines[next]?.startsWith('> [!quote]') === true) {
    let end = next;
    while (lines[end]?.startsWith('>') === true) end += 1;
    entries.push(readEntry(lines.slice(next + 1, end).map((line) => line.replace(/^> ?/, ''))));
    at = end;
    next = skipBlank(lines, end);
  }
  return { entries, after: lines.slice(at) };
}

function skipBlank(lines: readonly string[], from: number): number {
  let at = from;
  while (at < lines.length && (lines[at] ?? '').trim() === '') at += 1;
  return at;
}

function readEntry(lines: readonly string[]): Entry {
  let end = 0;
  while (lines[end]?.startsWith('>') === true) end += 1;
  const quote = readQuote(lines.slice(0, end).map((line) => line.replace(/^> ?/, '')));
  return { quote, note: unguardNote(lines.slice(end + 1).join('\n')) };
}

function readQuote(lines: readonly string[]): string {
  const pieces: string[] = [];
  let fence: string | null = null;
  let code: string[] = [];
  for (const line of lines) {
    const mark = /^(`{3,})$/.exec(line)?.[1] ?? '';
    if (fence !== null) {
      if (mark === fence) {
        pieces.push(code.join('\n'));
        fence = null;
      } else code.push(line);
    } else if (mark !== '') {
      fence = mark;
      code = [];
    } else if (line !== '') pieces.push(line.replaceAll(/\\([!-/:-@[-`{-~])/g, '$1'));
  }
  return pieces.join('\n');
}
