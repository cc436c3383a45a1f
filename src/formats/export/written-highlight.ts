import type { TextBlock } from '../../core/clip/article.ts';
import { anchorOf } from '../../core/highlight/anchor.ts';
import type { BlockRange, Highlight } from '../../core/highlight/highlight.ts';
import { textHash } from '../../core/highlight/text-hash.ts';

/** A highlight as our own files say it, so that it comes back as it was. */
export interface WrittenHighlight {
  readonly id: string;
  /** In the article that the file holds; null where it is not in that text, or is a picture. */
  readonly range: BlockRange | null;
  /** `textHash` of the quote: where the words at the range are others, somebody has edited the file. */
  readonly hash: string;
  readonly quote: string;
  readonly prefix: string;
  readonly suffix: string;
  readonly color: string;
  /** Markdown. */
  readonly note: string;
  readonly tags: readonly string[];
  /** Epoch ms. */
  readonly createdAt: number;
  /** The address of the picture that is highlighted; empty for a passage. */
  readonly picture: string;
}

/** A highlight, with the labels of its tags for their keys: with the words as the article has them now; of what is absent, those that it had. */
export function writtenHighlight(
  { id, place, anchor, color, note, tags, createdAt }: Highlight,
  blocks: readonly TextBlock[],
): WrittenHighlight {
  const picture = anchor.picture ?? '';
  const there = place === null || picture !== '' ? null : anchorOf(blocks, place);
  const { quote, prefix, suffix } = there ?? anchor;
  return {
    id,
    range: there === null ? null : { from: there.from, to: there.to },
    hash: hashOfQuote(quote),
    quote,
    prefix,
    suffix,
    color,
    note,
    tags,
    createdAt,
    picture,
  };
}

export function hashOfQuote(quote: string): string {
  return textHash([{ kind: 'prose', text: quote }]);
}

/** In the order of the text; what is in no place comes last. */
export function inTextOrder<Item extends Pick<WrittenHighlight, 'range' | 'createdAt'>>(
  highlights: readonly Item[],
): readonly Item[] {
  const place = ({ range }: Item) => [range?.from.block ?? Infinity, range?.from.offset ?? 0] as const;
  return highlights.toSorted((a, b) => {
    const [[blockA, offsetA], [blockB, offsetB]] = [place(a), place(b)];
    if (blockA !== blockB) return blockA < blockB ? -1 : 1;
    return offsetA - offsetB || a.createdAt - b.createdAt;
  });
}
