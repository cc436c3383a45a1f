import type { ClipId } from '../clip/clip.ts';

export const highlightColors = ['yellow', 'green', 'blue', 'pink', 'purple'] as const;
export type HighlightColor = (typeof highlightColors)[number];

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

/** What is needed to find a passage again in another text. */
export interface HighlightAnchor extends BlockRange {
  /** The exact text; blocks are joined by a line break. */
  readonly quote: string;
  /** Text of the article right before and after, up to 64 UTF-16 units each. */
  readonly prefix: string;
  readonly suffix: string;
}

/**
 * How sure it is that the anchor stands where the user put it.
 * sure: the same words · moved: found, but its words or place changed, so the user is asked to look · absent: not in this
 * version of the article; its words and note are kept
 */
export type HighlightState = 'sure' | 'moved' | 'absent';

/** A passage that the user marked. */
export interface Highlight {
  readonly id: string;
  readonly clipId: ClipId;
  readonly anchor: HighlightAnchor;
  readonly state: HighlightState;
  readonly color: HighlightColor;
  /** Markdown; may be empty. */
  readonly note: string;
  /** Where it was made: in the reader, on the page, or the name of the program it was imported from. */
  readonly origin: string;
  /** Epoch ms. */
  readonly createdAt: number;
  readonly changedAt: number;
}
