import { isoTime } from '../../../core/time.ts';
import type { TextBlock } from '../../../core/clip/article.ts';
import { segmentsOf } from '../../../core/highlight/anchor.ts';
import type { BlockPoint } from '../../../core/highlight/highlight.ts';
import type { WrittenHighlight } from '../../export/written-highlight.ts';
import { escapeText } from './escape-text.ts';
import { guardNote } from './guard-note.ts';

/**
 * How Markdown shows highlights. `inline`: `==words==` in the article, and below it those with a note and those that cannot
 * stand in it; `quotes`: all of them below the article, nothing in it; `both`.
 */
export type HighlightForm = 'inline' | 'quotes' | 'both';

/** Begins the comment that says exactly what the marks and quotations stand for; readWrittenHighlights reads it back. */
export const highlightsComment = '<!-- clipshelf-highlights';

/** What stands below an article that has highlights, in their order; empty where there are none. */
export function highlightsMarkdown(
  highlights: readonly WrittenHighlight[],
  blocks: readonly TextBlock[],
  { form, heading }: { readonly form: HighlightForm; readonly heading: string },
): string {
  if (highlights.length === 0) return '';
  const isBelow = (highlight: WrittenHighlight) =>
    form !== 'inline' || highlight.note !== '' || !standsInline(highlight, blocks);
  const rows = highlights.map((highlight) => row(highlight, isBelow(highlight)));
  const below = highlights.filter(isBelow).map((highlight) => entry(highlight, blocks));
  const comment = `${highlightsComment}\n${rows.join('\n')}\n-->`;
  return [comment, ...(below.length === 0 ? [] : [`## ${heading}`, ...below])].join('\n\n');
}

function standsInline({ range }: WrittenHighlight, blocks: readonly TextBlock[]): boolean {
  return range !== null && segmentsOf(blocks, range).every(({ block }) => blocks[block]?.kind !== 'math');
}

/** `3:10-3:20 green 2026-11-28T10:00:00.000Z hash below id tag,tag prefix suffix picture`; `-` for what there is not. */
function row(
  { range, color, createdAt, hash, id, tags, prefix, suffix, picture }: WrittenHighlight,
  below: boolean,
): string {
  return [
    range === null ? '' : `${point(range.from)}-${point(range.to)}`,
    color,
    isoTime(createdAt),
    hash,
    below ? 'below' : '',
    coded(id),
    tags.map(coded).join(','),
    // Only what is in no place has to be looked for.
    range === null ? coded(prefix) : '',
    range === null ? coded(suffix) : '',
    coded(picture),
  ]
    .map((field) => field || '-')
    .join(' ')
    .replace(/(?: -){1,5}$/, '');
}

function point({ block, offset }: BlockPoint): string {
  return offset === null ? String(block) : `${block}:${offset}`;
}

/** Without white space, and without what could end a comment. */
function coded(text: string): string {
  return encodeURIComponent(text.replaceAll(/\p{Cs}/gu, '\uFFFD')).replaceAll('-', '%2D');
}

/** A quotation within a callout: the words, and the note below them. */
function entry({ range, color, note, quote }: WrittenHighlight, blocks: readonly TextBlock[]): string {
  const pieces =
    range === null
      ? [quoted(quote, /^\s|\s$|\s{2}|[\n\t]/.test(quote))]
      : segmentsOf(blocks, range).map(({ block, start, end }) =>
          quoted((blocks[block]?.text ?? '').slice(start, end), isExact(blocks[block])),
        );
  const words = inQuote(pieces.join('\n\n'));
  return `> [!quote] ${color}\n${inQuote(note === '' ? words : `${words}\n\n${guardNote(note)}`)}`;
}

function inQuote(text: string): string {
  return text.replaceAll(/^/gm, '> ').replaceAll(/^> $/gm, '>');
}

function isExact(block: TextBlock | undefined): boolean {
  return block?.kind === 'code' || block?.kind === 'math';
}

/** Between fences where each sign counts. */
function quoted(text: string, exact: boolean): string {
  if (!exact) return escapeText(text);
  const longest = Math.max(2, ...[...text.matchAll(/`+/g)].map(([run]) => run.length));
  const fence = '`'.repeat(longest + 1);
  return `${fence}\n${text}\n${fence}`;
}
