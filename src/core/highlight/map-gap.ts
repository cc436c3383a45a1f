import type { TextBlock } from '../clip/article.ts';
import { type KeptRun, keptRuns, mapRange, tokensOf, visibleLength } from '../clip/map-text.ts';
import type { BlockRange } from './highlight.ts';
import { rangeAt } from './search-quote.ts';

/** Of a passage that was found by its neighbours alone, this much must still be there. */
const leastKept = 0.6;
/** And what stands between its first and last words there is at most so many times as long. */
const mostLonger = 3;
/** Longer stretches (UTF-16 units) are not compared. */
const longestGap = 20_000;

/** Finds a passage between the blocks that stayed as they were; null where too little of it is left there. */
export type GapFinder = (anchor: BlockRange) => BlockRange | null;

/**
 * For passages whose block was split, or became one with another: the blocks between the nearest neighbours that stayed as
 * they were are compared as one text. `pairs`: the later block of each earlier one, null for none.
 */
export function createGapFinder(
  earlier: readonly TextBlock[],
  later: readonly TextBlock[],
  pairs: readonly (number | null)[],
): GapFinder {
  const known = new Map<string, { readonly runs: readonly KeptRun[]; readonly words: ReadonlySet<string> }>();
  const isFixed = (block: number): boolean => {
    const paired = pairs[block] ?? null;
    return paired !== null && earlier[block]?.text !== '' && earlier[block]?.text === later[paired]?.text;
  };
  return ({ from, to }) => {
    const gap = gapAround(pairs, isFixed, from.block, to.block, later.length);
    const [before, after] = [earlier.slice(gap.first, gap.end), later.slice(gap.laterFirst, gap.laterEnd)];
    const [text, now] = [joined(before), joined(after)];
    if (Math.max(text.length, now.length) > longestGap || now === '') return null;
    const offsetOf = (block: number, offset: number) =>
      joined(earlier.slice(gap.first, block)).length + (block > gap.first ? 1 : 0) + offset;
    const start = offsetOf(from.block, from.offset ?? 0);
    const end = offsetOf(to.block, to.offset ?? earlier[to.block]?.text.length ?? 0);
    const all = visibleLength(text.slice(start, end));
    const key = `${gap.first} ${gap.end}`;
    const words = known.get(key)?.words ?? new Set(tokensOf(now));
    const there = tokensOf(text.slice(start, end)).filter((word) => words.has(word));
    // Most passages that are gone are seen here, without comparing.
    if (visibleLength(there.join('')) < leastKept * all) return null;
    const runs = known.get(key)?.runs ?? keptRuns(text, now);
    known.set(key, { runs, words });
    const found = mapRange(runs, text, start, end);
    if (found === null || found.kept < leastKept * all) return null;
    if (visibleLength(now.slice(found.start, found.end)) > mostLonger * all) return null;
    const range = rangeAt(after, found.start, found.end);
    const moved = (point: BlockRange['from']) => ({ ...point, block: point.block + gap.laterFirst });
    return { from: moved(range.from), to: moved(range.to) };
  };
}

function joined(blocks: readonly TextBlock[]): string {
  return blocks.map(({ text }) => text).join('\n');
}

interface Gap {
  /** Blocks of the earlier text, `end` exclusive, and of the later one. */
  readonly first: number;
  readonly end: number;
  readonly laterFirst: number;
  readonly laterEnd: number;
}

function gapAround(
  pairs: readonly (number | null)[],
  isFixed: (block: number) => boolean,
  from: number,
  to: number,
  laterCount: number,
): Gap {
  let first = from;
  while (first > 0 && !isFixed(first - 1)) first -= 1;
  const laterFirst = first === 0 ? 0 : (pairs[first - 1] ?? -1) + 1;
  let end = to + 1;
  // What moved up stands before the gap, and is no end of it.
  while (end < pairs.length && !(isFixed(end) && (pairs[end] ?? -1) >= laterFirst)) end += 1;
  return { first, end, laterFirst, laterEnd: pairs[end] ?? laterCount };
}
