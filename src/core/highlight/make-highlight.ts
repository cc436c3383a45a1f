import type { ClipId } from '../clip/clip.ts';
import { parseTags } from '../tag/tag.ts';
import { anchorOf, contextLength, withoutHalves } from './anchor.ts';
import type { Highlight, HighlightChanges, NewHighlight, Quotation } from './highlight.ts';
import { placeOfPicture } from './picture-place.ts';
import type { ArticleText } from './place-highlights.ts';
import { searchQuote } from './search-quote.ts';
import { textHash } from './text-hash.ts';

/** The text that a highlight is put on: as it is shown, and as it was extracted. */
export interface MarkedText {
  readonly shown: ArticleText;
  readonly original: ArticleText;
}

type Anchored = Pick<Highlight, 'anchor' | 'anchoredIn' | 'place' | 'state'>;

/** The row of a new highlight; its place is for `placeHighlights` to find. `now` is epoch ms. */
export function makeHighlight(fresh: NewHighlight, clipId: ClipId, text: MarkedText, now: number): Highlight {
  const { id, color, note, tags, origin, createdAt = now } = fresh;
  const row = { id, clipId, createdAt, changedAt: createdAt, color, note, tags: tagKeys(tags), origin };
  return { ...row, ...anchored(fresh, text) };
}

/** The highlight with what the user changed; the same object where that is nothing. */
export function changedHighlight(
  highlight: Highlight,
  { color, note, tags, passage }: HighlightChanges,
  text: MarkedText,
  now: number,
): Highlight {
  const changed = {
    ...highlight,
    ...(color === undefined ? {} : { color }),
    ...(note === undefined ? {} : { note }),
    ...(tags === undefined ? {} : { tags: tagKeys(tags) }),
    ...(passage === undefined ? {} : anchored(passage, text)),
  };
  return JSON.stringify(changed) === JSON.stringify(highlight) ? highlight : { ...changed, changedAt: now };
}

/** Where the words are as they were sent, the anchor stands there; else only the words are known. */
function anchored(
  { range, quote, prefix, suffix, picture }: Pick<NewHighlight, keyof Quotation | 'range' | 'picture'>,
  { shown, original }: MarkedText,
): Anchored {
  const unplaced = { place: null, state: 'absent' } as const;
  const words = {
    quote,
    prefix: withoutHalves(prefix.slice(-contextLength)),
    suffix: withoutHalves(suffix.slice(0, contextLength)),
  };
  const nowhere = { block: 0, offset: 0 };
  if (picture !== undefined) {
    const place = placeOfPicture(shown.html, picture) ?? { from: nowhere, to: nowhere };
    return { anchor: { ...place, ...words, picture }, anchoredIn: textHash(original.blocks), ...unplaced };
  }
  const given = range === null ? null : anchorOf(shown.blocks, range);
  if (given?.quote === quote) return { anchor: given, anchoredIn: textHash(original.blocks), ...unplaced };
  const found = searchQuote(shown.blocks, words);
  const anchor = found?.exact === true ? anchorOf(shown.blocks, found.range) : null;
  if (anchor !== null) return { anchor, anchoredIn: textHash(original.blocks), ...unplaced };
  return { anchor: { from: nowhere, to: nowhere, ...words }, anchoredIn: null, ...unplaced };
}

function tagKeys(labels: readonly string[]): readonly string[] {
  return parseTags(labels).map(({ key }) => key);
}
