import { literalPattern, readPhrase, type Phrase } from '../ranking/phrase-pattern.ts';
import type { Matcher } from '../ranking/matcher.ts';
import { identifierParts } from '../text/identifier-parts.ts';
import { flagOf } from '../text/composite-terms.ts';
import { queryComposites, queryTerms, type QueryTerm } from '../text/tokenize.ts';
import { evaluateAlternatives, prefetchAlternatives, type Alternative } from './evaluate-alternatives.ts';
import {
  correctTerm,
  evaluateTerm,
  takeUnit,
  type Evaluation,
  type Reading,
  type TermMatches,
} from './evaluate-term.ts';
import { boost, intersect, noMatches, unite, type Matches } from './tally.ts';

/** A word or phrase of the query, looked up. */
export interface WordMatches {
  readonly typed: string;
  readonly matches: Matches;
  readonly terms: readonly TermMatches[];
  /** False where only its parts were found, or another word in its place. */
  readonly asTyped: boolean;
  readonly alternatives: readonly Alternative[];
  /** The clips that hold the word itself, before its alternatives. */
  readonly own: Matches;
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
  return await Promise.all(queryComposites(text, 'pair').map((pair) => reader.matchesOf(pair, fields)));
}

interface Taken {
  readonly terms: readonly TermMatches[];
  readonly matches: Matches;
  readonly asTyped: boolean;
  /** It is a name made of several words, and each of them stands in some clip: no slip of the keys. */
  readonly isName: boolean;
}

/** The word itself, in the strictest taking that finds something. */
async function takeWord(evaluation: Evaluation, text: string, reading: Reading): Promise<Taken> {
  let first: Taken | null = null;
  let isName = false;
  for (const terms of interpretations(text)) {
    const evaluated = await evaluateTerms(evaluation, terms, reading);
    const taken: Taken = { terms: evaluated, matches: allOf(evaluated), asTyped: first === null, isName };
    if (taken.matches.slots.length > 0) return taken;
    const stands = evaluated.every((term) => term.stands);
    isName = first !== null && stands;
    first ??= { ...taken, asTyped: stands };
  }
  return first === null ? { terms: [], matches: noMatches, asTyped: true, isName } : { ...first, isName };
}

/** The word with what its missing terms may have been meant for. */
async function corrected(evaluation: Evaluation, taken: Taken, reading: Reading): Promise<Taken> {
  const terms = await Promise.all(taken.terms.map((term) => correctTerm(evaluation, term, reading)));
  return { ...taken, terms, matches: allOf(terms), asTyped: false };
}

export async function evaluateWord(
  evaluation: Evaluation,
  text: string,
  reading: Reading,
): Promise<WordMatches> {
  if (reading !== 'exact') prefetchAlternatives(evaluation, text);
  const [taken, pairs] = await Promise.all([
    takeWord(evaluation, text, reading),
    evaluatePairs(evaluation, text),
  ]);
  const [first] = taken.terms;
  const alternatives =
    first === undefined || reading === 'exact'
      ? []
      : await evaluateAlternatives(
          evaluation,
          text,
          taken.matches.slots.length,
          first.unit,
          first.matchers[0]?.weight ?? 0,
        );
  const stands =
    evaluation.literally ||
    taken.asTyped ||
    taken.isName ||
    taken.matches.slots.length > 0 ||
    alternatives.length > 0;
  const { terms, matches } = stands ? taken : await corrected(evaluation, taken, reading);
  const own = pairs.reduce(boost, matches);
  return {
    typed: text,
    terms,
    own,
    matches: alternatives.reduce((all, one) => unite(all, one.matches), own),
    asTyped: taken.asTyped || alternatives.length > 0,
    alternatives,
    literal: literalMatcher(evaluation, literalPattern(text), terms),
    required: null,
  };
}

/** `open`: the quotation mark is not closed yet, so the last word may be unfinished. */
export async function evaluatePhrase(
  evaluation: Evaluation,
  text: string,
  open: boolean,
): Promise<WordMatches> {
  const flags = queryTerms(text).filter(({ term }) => flagOf(term) !== null);
  const wanted = [...queryTerms(text, 'parts'), ...flags];
  const terms = await evaluateTerms(evaluation, wanted, open ? 'beginning' : 'exact');
  const required = readPhrase(text, open);
  const literal = literalMatcher(evaluation, required?.pattern ?? null, terms);
  const matches = allOf(terms);
  return { typed: text, terms, own: matches, matches, asTyped: true, alternatives: [], literal, required };
}
