import type { TextBlock } from '../../core/clip/article.ts';
import { anchorOf, segmentsOf } from '../../core/highlight/anchor.ts';
import { createPassageFinder, type PassageFinder } from '../../core/highlight/find-passage.ts';
import type { BlockRange, NewHighlight } from '../../core/highlight/highlight.ts';
import { hashOfQuote } from '../export/written-highlight.ts';
import { highlightColor } from './fields/highlight-color.ts';
import type { ImportedHighlight } from './imported-clip.ts';
import type { MarkedPassage } from './marked-passages.ts';

/** A highlight of a file, on the article that came with it. `id` is null where the file gives none. */
export type TakenHighlight = Omit<NewHighlight, 'id' | 'origin'> & { readonly id: string | null };

/**
 * The highlights of an imported clip on its article: those of the file's list, and `marks`, the passages that its text
 * marks. What our own files say to the letter is taken by its place where the words there are the same, else by the
 * words; of what cannot be placed the words are kept.
 */
export function anchorHighlights(
  listed: readonly ImportedHighlight[],
  marks: readonly MarkedPassage[],
  blocks: readonly TextBlock[],
): readonly TakenHighlight[] {
  const find = createPassageFinder(blocks);
  const placed = listed.map((highlight) => ({ highlight, range: rangeOf(highlight, blocks, find) }));
  const covered = coverOf(
    placed.flatMap(({ range }) => (range === null ? [] : [range])),
    blocks,
  );
  const isWhole = placed.every(({ highlight, range }) => range !== null || isElsewhere(highlight));
  const loose = marks.filter((mark) => {
    const found = find(mark);
    return found === null ? !isWhole || placed.length === 0 : !isCovered(found.range, covered, blocks);
  });
  // What is known of marks whose text was edited since: they are still in the same order.
  const nameless = placed.filter(({ highlight, range }) => range === null && highlight.quote === '');
  const words = loose.map((mark, index): ImportedHighlight => ({
    note: '',
    color: null,
    createdAt: null,
    ...(nameless.length === loose.length ? nameless[index]?.highlight : {}),
    ...mark,
  }));
  return [
    ...placed.filter(({ highlight }) => highlight.quote !== '' || highlight.exact !== undefined),
    ...words.map((highlight) => ({ highlight, range: rangeOf(highlight, blocks, find) })),
  ]
    .filter(({ highlight, range }) => range !== null || highlight.quote !== '' || isPicture(highlight))
    .map(({ highlight, range }) => taken(highlight, range, blocks));
}

/** Our file says that it is not in this text. */
function isElsewhere({ exact }: ImportedHighlight): boolean {
  return exact?.range === null;
}

function isPicture({ exact }: ImportedHighlight): boolean {
  return exact?.picture !== undefined;
}

function rangeOf(
  { exact, ...highlight }: ImportedHighlight,
  blocks: readonly TextBlock[],
  find: PassageFinder,
): BlockRange | null {
  if (exact?.picture !== undefined) return null;
  const range = exact?.range ?? null;
  const there = range === null ? null : anchorOf(blocks, range);
  if (there !== null && hashOfQuote(there.quote) === exact?.hash) return range;
  if (highlight.quote === '') return null;
  const context = { prefix: highlight.prefix ?? '', suffix: highlight.suffix ?? '' };
  const found =
    find({ quote: highlight.quote, ...context }) ??
    find({ quote: withoutMarkdown(highlight.quote), ...context });
  return found?.exact === true ? found.range : null;
}

/** Some tools write the quotation as Markdown. */
function withoutMarkdown(text: string): string {
  return text
    .slice(0, 20_000)
    .replaceAll(/!?\[([^[\]]*)\]\([^()\s]*\)/g, '$1')
    .replaceAll(/[*_`]|^#{1,6} |\\(?=[!-/:-@[-`{-~])/gm, '');
}

function taken(
  { quote, note, color, createdAt, prefix = '', suffix = '', tags = [], exact }: ImportedHighlight,
  range: BlockRange | null,
  blocks: readonly TextBlock[],
): TakenHighlight {
  const anchor = range === null ? null : anchorOf(blocks, range);
  return {
    id: exact?.id ?? null,
    range,
    quote: anchor?.quote ?? quote,
    prefix: anchor?.prefix ?? prefix,
    suffix: anchor?.suffix ?? suffix,
    color: highlightColor(color ?? '') ?? 'yellow',
    note,
    tags,
    ...(exact?.picture === undefined ? {} : { picture: exact.picture }),
    ...(createdAt === null ? {} : { createdAt }),
  };
}

type Cover = ReadonlyMap<number, readonly { readonly start: number; readonly end: number }[]>;

function coverOf(ranges: readonly BlockRange[], blocks: readonly TextBlock[]): Cover {
  const cover = new Map<number, { start: number; end: number }[]>();
  for (const { block, start, end } of ranges.flatMap((range) => segmentsOf(blocks, range)))
    cover.set(block, [...(cover.get(block) ?? []), { start, end }]);
  return cover;
}

/** Whether the mark is that of a listed highlight. It may be longer: formulas and lines of code are marked whole. */
function isCovered(range: BlockRange, cover: Cover, blocks: readonly TextBlock[]): boolean {
  return segmentsOf(blocks, range).every(({ block, start, end }) =>
    (cover.get(block) ?? []).some((piece) => piece.start < end && piece.end > start),
  );
}
