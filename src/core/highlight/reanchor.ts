import type { TextBlock } from '../clip/article.ts';
import { anchorOf, segmentsOf } from './anchor.ts';
import type { BlockPoint, BlockRange, HighlightAnchor } from './highlight.ts';
import type { HighlightState } from './highlight-state.ts';
import { type KeptRun, keptRuns, mapRange, visibleLength } from '../clip/map-text.ts';
import { pairBlocks } from '../clip/pair-blocks.ts';
import { createGapFinder } from './map-gap.ts';
import { searchQuote } from './search-quote.ts';

/** Of a passage that changed, this much must still be there: to be the same, and to be found at all. */
const sureShare = 0.9;
const foundShare = 0.5;

export interface Reanchored {
  readonly anchor: HighlightAnchor;
  readonly state: HighlightState;
}

/**
 * Finds anchors of one version of an article in another one. Both texts are known, so blocks are paired by diff and words
 * within a pair as well; what that does not find is looked for by its words, and between the blocks that stayed. An anchor that is not found comes back
 * as it was, `absent`.
 */
export function createReanchor(
  earlier: readonly TextBlock[],
  later: readonly TextBlock[],
): (anchor: HighlightAnchor) => Reanchored {
  const pairs = pairBlocks(earlier, later);
  const inGap = createGapFinder(earlier, later, pairs);
  const runsOf = new Map<number, readonly KeptRun[]>();
  const runs = (block: number, paired: number): readonly KeptRun[] => {
    const known = runsOf.get(block);
    if (known !== undefined) return known;
    const found = keptRuns(earlier[block]?.text ?? '', later[paired]?.text ?? '');
    runsOf.set(block, found);
    return found;
  };
  return (anchor) => {
    const mapped = mapAnchor(earlier, later, pairs, runs, anchor);
    if (mapped !== null) return mapped;
    const found = searchQuote(later, anchor);
    // The exact words stand for themselves; else what became of the place says more than what is alike elsewhere.
    const range = found?.exact === true ? found.range : (inGap(anchor) ?? found?.range ?? null);
    const renewed = range === null ? null : anchorOf(later, range);
    return renewed === null ? { anchor, state: 'absent' } : { anchor: renewed, state: 'moved' };
  };
}

/** The anchor by paired blocks; null where too little of it is left there. */
function mapAnchor(
  earlier: readonly TextBlock[],
  later: readonly TextBlock[],
  pairs: readonly (number | null)[],
  runs: (block: number, paired: number) => readonly KeptRun[],
  anchor: HighlightAnchor,
): Reanchored | null {
  let [kept, all, exact] = [0, 0, true];
  const places: { readonly block: number; readonly start: number; readonly end: number }[] = [];
  for (const { block, start, end } of segmentsOf(earlier, anchor)) {
    const text = earlier[block]?.text ?? '';
    const length = visibleLength(text.slice(start, end));
    all += length;
    const paired = pairs[block] ?? null;
    if (paired === null) {
      exact = false;
      continue;
    }
    const place = placeIn(text, later[paired]?.text ?? '', start, end, () => runs(block, paired));
    if (place === null) {
      exact = false;
      continue;
    }
    kept += Math.min(length, place.kept);
    exact &&= (later[paired]?.text ?? '').slice(place.start, place.end) === text.slice(start, end);
    places.push({ block: paired, start: place.start, end: place.end });
  }
  const [first] = places;
  const last = places.at(-1);
  if (first === undefined || last === undefined || kept < foundShare * all) return null;
  // Blocks that changed their order cannot be one range.
  if (places.some(({ block }, at) => at > 0 && block <= (places[at - 1]?.block ?? 0))) return null;
  const range: BlockRange = {
    from: keepWhole(anchor.from, first.block, first.start),
    to: keepWhole(anchor.to, last.block, last.end),
  };
  const renewed = anchorOf(later, range);
  if (renewed === null) return null;
  const sure = exact || (kept >= sureShare * all && visibleLength(renewed.quote) <= all / sureShare);
  return { anchor: renewed, state: sure ? 'sure' : 'moved' };
}

function keepWhole(point: BlockPoint, block: number, offset: number): BlockPoint {
  return point.offset === null ? { block, offset: null } : { block, offset };
}

function placeIn(
  text: string,
  later: string,
  start: number,
  end: number,
  runs: () => readonly KeptRun[],
): { readonly start: number; readonly end: number; readonly kept: number } | null {
  const quote = text.slice(start, end);
  if (text === later) return { start, end, kept: visibleLength(quote) };
  const at = later.indexOf(quote);
  // The same words, and they stand there once in both.
  if (
    at >= 0 &&
    later.indexOf(quote, at + 1) < 0 &&
    text.indexOf(quote) === start &&
    text.indexOf(quote, start + 1) < 0
  )
    return { start: at, end: at + quote.length, kept: visibleLength(quote) };
  return mapRange(runs(), text, start, end);
}
