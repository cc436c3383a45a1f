import type { TextBlock } from '../../core/clip/article.ts';
import type { Clip } from '../../core/clip/clip.ts';
import type { Query } from '../query/query.ts';

/** Start and end of a stretch to mark, in UTF-16 units of the text it belongs to. */
export type MarkedRange = readonly [start: number, end: number];

/** The place in a clip that answers the query best. */
export interface Excerpt {
  /** Index into the body's `blocks`, which the reader can scroll to (`data-block`). */
  readonly block: number;
  readonly kind: TextBlock['kind'];
  readonly text: string;
  readonly ranges: readonly MarkedRange[];
}

export interface SearchHit {
  readonly clip: Clip;
  readonly excerpt: Excerpt | null;
  readonly titleRanges: readonly MarkedRange[];
  readonly score: number;
}

/** A word that was searched for in place of the one typed, because that one stands (almost) nowhere. */
export interface Correction {
  readonly from: string;
  readonly to: string;
}

export interface SearchAnswer {
  readonly hits: readonly SearchHit[];
  readonly total: number;
  /** False where `total` counts clips whose text was not looked at (phrases). */
  readonly totalExact: boolean;
  readonly query: Query;
  readonly corrections: readonly Correction[];
  /** No clip holds all words: these hold some of them. */
  readonly partial: boolean;
  /** `rebuilding`: clips not yet in the index are found by title, tags, note and excerpt only. */
  readonly index: 'ready' | 'rebuilding';
}
