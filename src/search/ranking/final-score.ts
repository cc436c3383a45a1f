/** What the text of a candidate says, beyond what the index knows. Shares are from 0 to 1. */
export interface Evidence {
  /** Score from the index (BM25F). */
  readonly score: number;
  /** How much of the query stands together in one excerpt. */
  readonly together: number;
  /** How much of what was typed with punctuation, or as one piece, stands there just so. */
  readonly literal: number;
  /** How much of the query stands in the title. */
  readonly inTitle: number;
  /** The whole query, word after word, in the text; in the title; as the title. */
  readonly phraseInText: boolean;
  readonly phraseInTitle: boolean;
  readonly isTitle: boolean;
  /** Milliseconds since the clip was saved. */
  readonly age: number;
}

const year = 365 * 86_400_000;

export function finalScore(evidence: Evidence): number {
  const boost =
    1 +
    0.5 * evidence.together +
    1.2 * evidence.literal +
    0.6 * evidence.inTitle * evidence.inTitle +
    (evidence.phraseInText ? 0.5 : 0) +
    (evidence.phraseInTitle ? 0.6 : 0) +
    (evidence.isTitle ? 0.8 : 0) +
    0.06 * Math.exp(-Math.max(0, evidence.age) / year);
  return evidence.score * boost;
}
