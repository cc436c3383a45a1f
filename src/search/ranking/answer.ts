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

/** A word that was searched for in place of the one typed, because that one stands nowhere. */
export interface Correction {
  readonly from: string;
  readonly to: string;
}

/** A word that was searched for beside the one typed, since one is short for the other. */
export interface Expansion {
  readonly from: string;
  readonly to: string;
}

/** A word with a dash before it, and how it was read; `instead` is the query that says the other. */
export interface DashReading {
  readonly text: string;
  readonly as: 'option' | 'left-out';
  readonly instead: string;
}

/** What the query finds with one of its words, right and rare, replaced by one much like it, and the query that says so. */
export interface Nearby {
  readonly correction: Correction;
  readonly query: string;
  /** None of the answer's own. */
  readonly hits: readonly SearchHit[];
}

export interface SearchAnswer {
  readonly hits: readonly SearchHit[];
  readonly total: number;
  /** False where `total` counts clips whose text was not looked at (phrases). */
  readonly totalExact: boolean;
  readonly query: Query;
  readonly corrections: readonly Correction[];
  /** Those by which some of the hits came. */
  readonly expansions: readonly Expansion[];
  readonly dashes: readonly DashReading[];
  /** No clip holds all that was typed as it was typed: these hold some of it. */
  readonly partial: boolean;
  /** What stands in no clip as typed, only its parts. */
  readonly missing: readonly string[];
  /** `rebuilding`: clips not yet in the index are found by title, tags, note and excerpt only. */
  readonly index: 'ready' | 'rebuilding';
}
