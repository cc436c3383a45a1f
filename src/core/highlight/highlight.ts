import type { ClipId } from '../clip/clip.ts';
import type { HighlightState } from './highlight-state.ts';

/** One end of a range in an article. */
export interface BlockPoint {
  /** Index into the article's blocks. */
  readonly block: number;
  /** UTF-16 units into the block's text; null where the block is taken whole (a formula, an image). */
  readonly offset: number | null;
}

/** A part of an article, within one block or over several. `to` is exclusive. */
export interface BlockRange {
  readonly from: BlockPoint;
  readonly to: BlockPoint;
}

/** The words of a passage, and what stands around them. */
export interface Quotation {
  /** The exact text; blocks are joined by a line break. */
  readonly quote: string;
  /** Text of the article right before and after, up to 64 UTF-16 units each. */
  readonly prefix: string;
  readonly suffix: string;
}

/** What is needed to find a passage again in another text. */
export interface HighlightAnchor extends BlockRange, Quotation {
  /** Of a picture: its address in the article's HTML. The quote is its description, the range the block before it. */
  readonly picture?: string;
}

export const highlightColors = ['yellow', 'green', 'blue', 'pink', 'purple'] as const;
export type HighlightColor = (typeof highlightColors)[number];

/** Where it was made: in the reader, on the page, or by an import of this name. */
export type HighlightOrigin = 'reader' | 'page' | (string & {});

/** A passage of a clip's article that the user marked: one row of the `highlights` table. Times are epoch ms. */
export interface Highlight {
  readonly id: string;
  readonly clipId: ClipId;
  readonly createdAt: number;
  /** Last time the user changed it; a change of the article does not count. */
  readonly changedAt: number;
  readonly color: HighlightColor;
  /** Markdown; empty for none. */
  readonly note: string;
  /** Keys of tags. */
  readonly tags: readonly string[];
  readonly origin: HighlightOrigin;
  /** Where the user put it. It stays as it is when the article changes: going back to that text makes it sure again. */
  readonly anchor: HighlightAnchor;
  /** The text that the anchor stands in, by its `textHash`; null where only the words are known. */
  readonly anchoredIn: string | null;
  /** Where it stands in the article as it is shown now; null where it is absent. */
  readonly place: BlockRange | null;
  readonly state: HighlightState;
}

/** A highlight that is to be added. */
export interface NewHighlight extends Quotation {
  /** A UUID, made by whoever asks: what is added twice is there once. */
  readonly id: string;
  /** Where it stands in the article that it is sent with, or in the clip's; null: where its words are found. */
  readonly range: BlockRange | null;
  /** The address of the picture that is highlighted, as the article names it. */
  readonly picture?: string;
  readonly color: HighlightColor;
  readonly note: string;
  /** As they are shown. */
  readonly tags: readonly string[];
  readonly origin: HighlightOrigin;
  /** Epoch ms; missing, now. */
  readonly createdAt?: number;
}

/** What the user may change of a highlight. */
export interface HighlightChanges {
  readonly color?: HighlightColor;
  readonly note?: string;
  /** As they are shown. */
  readonly tags?: readonly string[];
  /** Another passage of the article as it is shown now. */
  readonly passage?: Pick<NewHighlight, keyof Quotation | 'range' | 'picture'>;
}
