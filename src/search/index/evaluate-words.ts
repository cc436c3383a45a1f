import { literalPattern, readPhrase, type Phrase } from '../ranking/phrase-pattern.ts';
import type { Matcher } from '../ranking/matcher.ts';
import { identifierParts } from '../text/identifier-parts.ts';
import { queryPairs, queryTerms, type QueryTerm } from '../text/tokenize.ts';
import { evaluateTerm, takeUnit, type Evaluation, type Reading, type TermMatches } from './evaluate-term.ts';
import { boost, intersect, noMatches, Tally, type Matches } from './tally.ts';

/** A word or phrase of the query, looked up. */
export interface WordMatches {
  readonly typed: string;
  readonly matches: Matches;
  readonly terms: readonly TermMatches[];
  /** Just as typed, punctuation and all: what has it comes first. */
  readonly literal: Matcher | null;
  /** What a clip must hold to count at all (a phrase). */
  readonly required: Phrase | null;
}

function allOf(terms: readonly TermMatches[]): Matches {
  const [first, ...rest] = terms.map((term) => term.matches).sort((a, b) => a.slots.length - b.slots.length);
  return first === undefined ? noMatches : rest.reduce(intersect, first);
}

async function evaluateTerms(
  evaluation: Evaluation,
  terms: readonly QueryTerm[],
  reading: Reading,
): Promise<readonly TermMatches[]> {
  return await Promise.all(terms.map((term) => evaluateTerm(evaluation, term, reading)));
}

function separated(text: string): string {
  return text.replace(/[\p{L}\p{N}_]+/gu, (word) => {
    const parts = identifierParts(word);
    return parts.length > 1 ? parts.join(' ') : word;
  });
}

/** Ways to take a word, from the strictest on; the first that finds something is it. */
function interpretations(text: string): readonly (readonly QueryTerm[])[] {
  const whole = queryTerms(text);
  const parts = queryTerms(text, 'parts');
  const apart = separated(text);
  return [
    whole,
    ...(parts.some(({ term }) => !whole.some((one) => one.term === term)) ? [parts] : []),
    ...(apart === text ? [] : [queryTerms(apart, 'parts')]),
  ];
}

function literalMatcher(
  evaluation: Evaluation,
  find: RegExp | null,
  terms: readonly TermMatches[],
): Matcher | null {
  if (find === null) return null;
  const weight = terms.reduce((sum, term) => sum + (term.matchers[0]?.weight ?? 0), 0);
  return { unit: takeUnit(evaluation), find, slack: Infinity, weight };
}

/** For each two joined words of a name, the clips that hold them one after the other. */
async function evaluatePairs({ reader, fields }: Evaluation, text: string): Promise<readonly Matches[]> {
  return await Promise.all(
    queryPairs(text).map(async (pair) => {
      const tally = new Tally(reader.state.nextSlot, fields);
      await reader.postings(pair, tally.sink(1));
      return tally.matches(reader.state.docs);
    }),
  );
}

async function strictestTaking(
  evaluation: Evaluation,
  text: string,
  reading: Reading,
): Promise<{ readonly terms: readonly TermMatches[]; readonly matches: Matches }> {
  let found: { terms: readonly TermMatches[]; matches: Matches } | null = null;
  for (const terms of interpretations(text)) {
    const evaluated = await evaluateTerms(evaluation, terms, reading);
    const matches = allOf(evaluated);
    const corrected = evaluated.some((term) => !term.stands);
    if (found === null || (matches.slots.length > 0 && !corrected)) found = { terms: evaluated, matches };
    if (matches.slots.length > 0 && !corrected) break;
  }
  return found ?? { terms: [], matches: noMatches };
}

export async function evaluateWord(
  evaluation: Evaluation,
  text: string,
  reading: Reading,
): Promise<WordMatches> {
  const [{ terms, matches: plain }, pairs] = await Promise.all([
    strictestTaking(evaluation, text, reading),
    evaluatePairs(evaluation, text),
  ]);
  const matches = pairs.reduce(boost, plain);
  const literal = literalMatcher(evaluation, literalPattern(text), terms);
  return { typed: text, terms, matches, literal, required: null };
}

/** `open`: the quotation mark is not closed yet, so the last word may be unfinished. */
export async function evaluatePhrase(
  evaluation: Evaluation,
  text: string,
  open: boolean,
): Promise<WordMatches> {
  const terms = await evaluateTerms(evaluation, queryTerms(text, 'parts'), open ? 'beginning' : 'exact');
  const required = readPhrase(text, open);
  const literal = literalMatcher(evaluation, required?.pattern ?? null, terms);
  return { typed: text, terms, matches: allOf(terms), literal, required };
}
