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
