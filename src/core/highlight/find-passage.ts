import type { TextBlock } from '../clip/article.ts';
import type { BlockRange } from './highlight.ts';
import { anything, squeeze, squeezeBlocks, withoutSources } from './squeezed-text.ts';
import { searchQuote } from './search-quote.ts';

/** A passage as another program, or the page, has it: its white space may differ from the article's. */
export interface Passage {
  readonly quote: string;
  readonly prefix: string;
  readonly suffix: string;
}

export interface FoundPassage {
  readonly range: BlockRange;
  /** The same signs, white space and formulas apart. */
  readonly exact: boolean;
}

export type PassageFinder = (passage: Passage) => FoundPassage | null;

/**
 * Looks for passages in a text. Signs are compared without any white space; where two places fit, the surroundings
 * decide. Else by its first and last words, or the most similar place. Null where no place is good enough, or two fit
 * alike.
 */
export function createPassageFinder(blocks: readonly Pick<TextBlock, 'text'>[]): PassageFinder {
  const { text, range } = squeezeBlocks(blocks);
  return (passage) => {
    const wanted = {
      quote: squeeze(passage.quote),
      prefix: squeeze(passage.prefix),
      suffix: squeeze(passage.suffix),
    };
    const place =
      exactPlace(text, wanted) ??
      exactPlace(text, withoutSources(wanted)) ??
      exactPlace(text, withoutSources({ ...wanted, quote: `$${wanted.quote}` })) ??
      placeByEnds(text, wanted);
    if (place !== null) return { range: range(place.start, place.end), exact: place.exact };
    const words = passage.quote.replaceAll(anything, ' ').replaceAll(/\s+/g, ' ').trim();
    // What is hardly more than a formula is in no place for sure.
    if (words.length < shortestWords) return null;
    const found = searchQuote(blocks, {
      quote: words,
      prefix: textBeside(passage.prefix, -1),
      suffix: textBeside(passage.suffix, 1),
    });
    return found === null ? null : { range: found.range, exact: false };
  };
}

/** The same for a single passage. */
export function findPassage(
  blocks: readonly Pick<TextBlock, 'text'>[],
  passage: Passage,
): FoundPassage | null {
  return createPassageFinder(blocks)(passage);
}

const shortestWords = 12;

function textBeside(context: string, side: -1 | 1): string {
  const parts = context.split(anything);
  return (side < 0 ? parts.at(-1) : parts[0])?.replaceAll(/\s+/g, ' ') ?? '';
}

interface Place {
  readonly start: number;
  readonly end: number;
  readonly exact: boolean;
}

/** More places than these are not looked at: the passage is no name for any of them. */
const mostPlaces = 500;
/** Longest formula, in units of its LaTeX. */
const longestGap = 1_500;

/** Where all pieces between formulas stand one after the other. */
function exactPlace(text: string, { quote, prefix, suffix }: Passage): Place | null {
  const pieces = quote.split(anything);
  const words = pieces.filter((piece) => piece !== '');
  const [first] = words;
  if (first === undefined) return null;
  const places: Place[] = [];
  for (
    let at = text.indexOf(first);
    at >= 0 && places.length < mostPlaces;
    at = text.indexOf(first, at + 1)
  ) {
    const end = endOfPieces(text, at, words);
    if (end === null) continue;
    // Of two beginnings that lead to the same end the nearer one is meant.
    if (places.at(-1)?.end === end) places.pop();
    places.push({ start: at, end, exact: true });
  }
  const best = bestPlace(text, places, prefix, suffix);
  if (best === null) return null;
  // A formula at its edge reaches as far as what stands beside it.
  const start = pieces[0] === '' ? backTo(text, best.start, prefix) : best.start;
  const end = pieces.at(-1) === '' ? onTo(text, best.end, suffix) : best.end;
  return { start, end, exact: true };
}

function endOfPieces(text: string, start: number, [first = '', ...rest]: readonly string[]): number | null {
  let end = start + first.length;
  for (const piece of rest) {
    const at = text.indexOf(piece, end);
    if (at < 0 || at - end > longestGap) return null;
    end = at + piece.length;
  }
  return end;
}

function backTo(text: string, start: number, prefix: string): number {
  const before = (prefix.split(anything).at(-1) ?? '').slice(-12);
  const at = before.length < 4 ? -1 : text.lastIndexOf(before, start);
  return at < 0 || start - at > longestGap ? start : Math.min(start, at + before.length);
}

function onTo(text: string, end: number, suffix: string): number {
  const after = (suffix.split(anything)[0] ?? '').slice(0, 12);
  const at = after.length < 4 ? -1 : text.indexOf(after, end);
  return at < 0 || at - end > longestGap ? end : at;
}

/** The place whose surroundings fit best; null where two fit alike. */
function bestPlace(text: string, places: readonly Place[], prefix: string, suffix: string): Place | null {
  const [only] = places;
  if (only === undefined || places.length === 1) return only ?? null;
  const before = prefix.split(anything).at(-1) ?? '';
  const after = suffix.split(anything)[0] ?? '';
  const scored = places.map((place) => ({ place, score: fit(text, place, before, after) }));
  const most = Math.max(...scored.map(({ score }) => score));
  const best = scored.filter(({ score }) => score === most).map(({ place }) => place);
  return best.length === 1 ? (best[0] ?? null) : mostAlike(text, best, prefix, suffix);
}

/** Signs on each side that are compared where those right beside the places say nothing. */
const neighbourhood = 150;

/** The place whose neighbourhood has most in common with that of the passage; null where two have as much. */
function mostAlike(text: string, places: readonly Place[], prefix: string, suffix: string): Place | null {
  const scored = places
    .slice(0, 20)
    .map((place) => ({
      place,
      score:
        likeness(
          text.slice(Math.max(0, place.start - neighbourhood), place.start),
          prefix.slice(-neighbourhood),
        ) + likeness(text.slice(place.end, place.end + neighbourhood), suffix.slice(0, neighbourhood)),
    }))
    .sort((a, b) => b.score - a.score);
  const [best, second] = scored;
  return best === undefined || best.score - (second?.score ?? 0) < 0.1 ? null : best.place;
}

/** How many signs of the context stand right beside the place. */
function fit(text: string, { start, end }: Place, before: string, after: string): number {
  let same = 0;
  while (same < before.length && text[start - 1 - same] === before[before.length - 1 - same]) same += 1;
  let next = 0;
  while (next < after.length && text[end + next] === after[next]) next += 1;
  return same + next;
}

/** Signs at both ends of a longer passage that must stand as they are. */
const endLength = 24;

/** A longer passage within which the page shows what the article lacks, or the other way round. */
function placeByEnds(text: string, { quote }: Passage): Place | null {
  if (quote.length < 4 * endLength) return null;
  const [head, tail] = [quote.slice(0, endLength), quote.slice(-endLength)];
  if (head.includes(anything) || tail.includes(anything)) return null;
  const start = onlyPlace(text, head);
  const last = onlyPlace(text, tail);
  if (start === null || last === null) return null;
  const end = last + tail.length;
  const share = (end - start) / quote.length;
  if (share < 0.6 || share > 1.7) return null;
  return likeness(text.slice(start, end), quote) < 0.75 ? null : { start, end, exact: false };
}

function onlyPlace(text: string, piece: string): number | null {
  const at = text.indexOf(piece);
  return at < 0 || text.indexOf(piece, at + 1) >= 0 ? null : at;
}

/** Share of the pairs of signs that both texts have, 0 to 1. */
function likeness(a: string, b: string): number {
  const pairs = new Map<string, number>();
  for (let at = 1; at < a.length; at += 1) {
    const pair = a.slice(at - 1, at + 1);
    pairs.set(pair, (pairs.get(pair) ?? 0) + 1);
  }
  let same = 0;
  for (let at = 1; at < b.length; at += 1) {
    const pair = b.slice(at - 1, at + 1);
    const left = pairs.get(pair) ?? 0;
    if (left === 0) continue;
    pairs.set(pair, left - 1);
    same += 1;
  }
  return (2 * same) / Math.max(1, a.length + b.length - 2);
}
