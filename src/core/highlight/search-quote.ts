import search from 'approx-string-match';
import type { TextBlock } from '../clip/article.ts';
import type { BlockRange, HighlightAnchor } from './highlight.ts';

/** Least share of the quote and its context that must be found again, 0 to 1. */
const leastScore = 0.75;

/** A shorter quote stands in too many places by chance. */
const shortestQuote = 12;

/** A longer quote is searched for by its beginning and its end. */
const longestQuote = 1200;

/**
 * Looks for a quote in an article whose earlier text is not known, or has nothing in common with it: the exact words where
 * they stand once (or where one place has the same surroundings), else the most similar place. Null where none is good
 * enough. `exact` is false where the words differ.
 */
export function searchQuote(
  blocks: readonly Pick<TextBlock, 'text'>[],
  anchor: Pick<HighlightAnchor, 'quote' | 'prefix' | 'suffix'>,
): { readonly range: BlockRange; readonly exact: boolean } | null {
  const text = blocks.map((block) => block.text).join('\n');
  const { quote } = anchor;
  if (quote.trim() === '') return null;
  const places = exactPlaces(text, quote);
  const [only] = places;
  if (only !== undefined) {
    const best = places.length === 1 ? only : bestPlace(text, anchor, places);
    return best === null ? null : { range: rangeAt(blocks, best, best + quote.length), exact: true };
  }
  if (quote.length < shortestQuote || quote.length > longestQuote) return null;
  return approximate(blocks, text, anchor);
}

/** More places than these are not looked at: the quote is no name for any of them. */
const mostPlaces = 200;

function exactPlaces(text: string, quote: string): number[] {
  const places: number[] = [];
  for (let at = text.indexOf(quote); at >= 0 && places.length < mostPlaces; at = text.indexOf(quote, at + 1))
    places.push(at);
  return places;
}

/** The place whose surroundings fit; null where two fit alike. */
function bestPlace(
  text: string,
  { quote, prefix, suffix }: Pick<HighlightAnchor, 'quote' | 'prefix' | 'suffix'>,
  places: readonly number[],
): number | null {
  const scored = places
    .map((at) => ({ at, score: contextScore(text, at, at + quote.length, prefix, suffix) }))
    .sort((a, b) => b.score - a.score);
  const [best, second] = scored;
  if (best === undefined || best.score < 0.3) return null;
  return second !== undefined && best.score - second.score < 0.1 ? null : best.at;
}

function approximate(
  blocks: readonly Pick<TextBlock, 'text'>[],
  text: string,
  { quote, prefix, suffix }: Pick<HighlightAnchor, 'quote' | 'prefix' | 'suffix'>,
): { readonly range: BlockRange; readonly exact: boolean } | null {
  const matches = search(text, quote, Math.floor(quote.length * 0.3));
  const scored = matches
    .map(({ start, end, errors }) => ({
      start,
      end,
      score: (3 * (1 - errors / quote.length) + contextScore(text, start, end, prefix, suffix)) / 4,
    }))
    .sort((a, b) => b.score - a.score);
  const [best] = scored;
  if (best === undefined || best.score < leastScore) return null;
  return { range: rangeAt(blocks, best.start, best.end), exact: false };
}

/** How much of the context stands right beside the place, 0 to 1. */
function contextScore(text: string, start: number, end: number, prefix: string, suffix: string): number {
  const all = prefix.length + suffix.length;
  if (all === 0) return 1;
  let same = 0;
  while (same < prefix.length && text[start - 1 - same] === prefix[prefix.length - 1 - same]) same += 1;
  let after = 0;
  while (after < suffix.length && text[end + after] === suffix[after]) after += 1;
  return (same + after) / all;
}

/** The range of blocks that holds these offsets of the blocks' texts joined by line breaks. */
export function rangeAt(blocks: readonly Pick<TextBlock, 'text'>[], start: number, end: number): BlockRange {
  const from = pointAt(blocks, start, false);
  return { from, to: pointAt(blocks, end, true) };
}

function pointAt(
  blocks: readonly Pick<TextBlock, 'text'>[],
  offset: number,
  isEnd: boolean,
): { block: number; offset: number } {
  let left = offset;
  for (const [block, { text }] of blocks.entries()) {
    if (left < text.length || (left === text.length && isEnd) || block === blocks.length - 1)
      return { block, offset: Math.min(left, text.length) };
    left -= text.length + 1;
  }
  return { block: 0, offset: 0 };
}
