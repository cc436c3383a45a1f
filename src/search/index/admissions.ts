import type { Expansion } from '../ranking/answer.ts';
import { namePattern } from '../ranking/name-pattern.ts';
import { fold } from '../text/fold.ts';
import type { Candidate } from './candidates.ts';
import type { WordMatches } from './evaluate-words.ts';

// What an answer says of itself: where it is to something else than what was typed.

/** The alternatives by which some of the hits came, and not by the word itself. */
export function usedExpansions(
  words: readonly WordMatches[],
  hits: ReadonlySet<number>,
): readonly Expansion[] {
  return words.flatMap(({ typed, own, alternatives }) => {
    const direct = new Set(own.slots);
    return alternatives.flatMap(({ said, matches }) =>
      said !== null && matches.slots.some((slot) => hits.has(slot) && !direct.has(slot))
        ? [{ from: typed, to: said }]
        : [],
    );
  });
}

function foldedTexts({ clip, text }: Candidate): readonly string[] {
  return [...[clip.title, clip.note, clip.url].map(fold), ...text.wholes];
}

/**
 * The words that stand in no clip as typed, only their parts: by the index, or, for names joined by punctuation, by the
 * candidates that were read, since those that hold the whole name are among the first. `seen`: units found in them.
 */
export function missingWords(
  words: readonly WordMatches[],
  seen: ReadonlySet<number>,
  candidates: readonly Candidate[],
): readonly string[] {
  return words
    .filter(({ typed, asTyped, literal, terms, alternatives }) => {
      if (terms.some(({ corrected }) => corrected.length > 0)) return false;
      if (!asTyped) return true;
      if (terms.length < 2 || alternatives.length > 0 || (literal !== null && seen.has(literal.unit)))
        return false;
      const pattern = namePattern(typed);
      return (
        pattern !== null && !candidates.some((one) => foldedTexts(one).some((text) => pattern.test(text)))
      );
    })
    .map(({ typed }) => typed);
}
