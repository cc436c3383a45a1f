import type { WordMatches } from './evaluate-words.ts';
import { noMatches, type Matches } from './tally.ts';

/** Terms taken on their own count only where at least this share of the query's weight comes together. */
const leastShare = 0.34;

/** Each character stands in two bigrams, and those across two words say nothing. */
const bigramShare = 0.5;

/**
 * Where nothing holds all words: what holds some, much more of them counting much more. Phrases stay
 * whole; what stands nowhere at all is left out of account.
 */
export function partialMatches(words: readonly WordMatches[]): Matches {
  const terms = words.flatMap((word) =>
    word.required === null
      ? word.terms.map(({ matches, matchers, term }) => {
          const part = term.cjk ? bigramShare : 1;
          return { matches, part, weight: part * (matchers[0]?.weight ?? 0) };
        })
      : [{ matches: word.matches, part: 1, weight: word.literal?.weight ?? 0 }],
  );
  if (terms.length < 2) return noMatches;
  const whole = terms
    .filter(({ matches }) => matches.slots.length > 0)
    .reduce((sum, { weight }) => sum + weight, 0);
  const found = new Map<number, { score: number; share: number }>();
  for (const { matches, part, weight } of terms) {
    matches.slots.forEach((slot, i) => {
      const sum = found.get(slot) ?? { score: 0, share: 0 };
      sum.score += part * (matches.scores[i] ?? 0);
      sum.share += weight / whole;
      found.set(slot, sum);
    });
  }
  const kept = [...found].filter(([, { share }]) => share >= leastShare).sort(([a], [b]) => a - b);
  return {
    slots: Uint32Array.from(kept, ([slot]) => slot),
    scores: Float32Array.from(kept, ([, { score, share }]) => score * share * share),
  };
}
