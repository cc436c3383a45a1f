import type { TextBlock } from '../clip/article.ts';
import type { ClipBody } from '../clip/clip.ts';
import { anchorOf } from './anchor.ts';
import type { BlockRange, Highlight, HighlightAnchor } from './highlight.ts';
import type { HighlightState } from './highlight-state.ts';
import { placeOfPicture } from './picture-place.ts';
import { createReanchor } from './reanchor.ts';
import { searchQuote } from './search-quote.ts';
import { textHash } from './text-hash.ts';

export type ArticleText = Pick<ClipBody, 'html' | 'blocks'>;

/** The texts of a clip. */
export interface ClipTexts {
  /** As it is shown: with the user's edits. Blocks keep their number, removed ones have no text. */
  readonly shown: ArticleText;
  /** As it was extracted. */
  readonly original: ArticleText;
  /** The earlier ones, as they were extracted. */
  readonly versions: readonly ArticleText[];
  /** The original in whose stead this one came: for highlights whose own text is not kept any more. */
  readonly before?: ArticleText | undefined;
}

interface Found {
  readonly range: BlockRange;
  readonly state: Exclude<HighlightState, 'absent'>;
}

/**
 * The highlights of a clip, each where it stands in the text that is shown: found from the text that it was anchored in, so
 * that the way there does not count. Rows that stay as they are come back as the same objects.
 */
export function placeHighlights(highlights: readonly Highlight[], texts: ClipTexts): readonly Highlight[] {
  if (highlights.length === 0) return highlights;
  const find = createFinder(texts);
  return highlights.map((highlight) => {
    const placed = placeOne(highlight, texts, find);
    const [place, state] = placed === null ? [null, 'absent' as const] : [placed.range, placed.state];
    return state === highlight.state && isSameRange(place, highlight.place)
      ? highlight
      : { ...highlight, place, state };
  });
}

function placeOne(
  highlight: Highlight,
  texts: ClipTexts,
  find: (highlight: Highlight) => Found | null,
): Found | null {
  const { anchor } = highlight;
  if (anchor.picture !== undefined) {
    const range = placeOfPicture(texts.shown.html, anchor.picture);
    return range === null ? null : { range, state: 'sure' };
  }
  const found = find(highlight);
  return found === null ? null : inShown(anchor, found, texts);
}

/** Where highlights stand in the original text. */
function createFinder({ original, versions, before }: ClipTexts): (highlight: Highlight) => Found | null {
  const now = textHash(original.blocks);
  const earlier = new Map<string, readonly TextBlock[]>();
  const reanchors = new Map<string, ReturnType<typeof createReanchor>>();
  const reanchorFrom = (hash: string): ReturnType<typeof createReanchor> | null => {
    if (earlier.size === 0) for (const { blocks } of versions) earlier.set(textHash(blocks), blocks);
    const blocks = earlier.get(hash);
    if (blocks === undefined) return null;
    const reanchor = reanchors.get(hash) ?? createReanchor(blocks, original.blocks);
    reanchors.set(hash, reanchor);
    return reanchor;
  };
  return ({ anchor, anchoredIn, place, state }) => {
    if (anchoredIn === null) return search(original.blocks, anchor);
    if (anchoredIn === now) return { range: anchor, state: 'sure' };
    const reanchor = reanchorFrom(anchoredIn);
    if (reanchor !== null) return foundBy(reanchor, anchor);
    const last = before === undefined || place === null ? null : anchorOf(before.blocks, place);
    if (before === undefined || last === null) return search(original.blocks, anchor);
    const found = foundBy(createReanchor(before.blocks, original.blocks), last);
    return found === null || state === 'sure' ? found : { ...found, state: 'moved' };
  };
}

function foundBy(reanchor: ReturnType<typeof createReanchor>, anchor: HighlightAnchor): Found | null {
  const { anchor: range, state } = reanchor(anchor);
  return state === 'absent' ? null : { range, state };
}

function search(blocks: readonly TextBlock[], anchor: HighlightAnchor): Found | null {
  const found = searchQuote(blocks, anchor);
  return found === null ? null : { range: found.range, state: found.exact ? 'sure' : 'moved' };
}

/** What of it the user's edits leave; null where they removed all of it. */
function inShown({ quote }: HighlightAnchor, { range, state }: Found, texts: ClipTexts): Found | null {
  const shown = anchorOf(texts.shown.blocks, range);
  if (shown === null) return null;
  const place = { from: shown.from, to: shown.to };
  const kept = shown.quote === quote || shown.quote === anchorOf(texts.original.blocks, range)?.quote;
  return { range: place, state: kept ? state : 'moved' };
}

function isSameRange(a: BlockRange | null, b: BlockRange | null): boolean {
  if (a === null || b === null) return a === b;
  return (['from', 'to'] as const).every(
    (end) => a[end].block === b[end].block && a[end].offset === b[end].offset,
  );
}
