import type { Matcher } from '../ranking/matcher.ts';
import { inverseDocumentFrequency } from '../ranking/ranking.ts';
import { stem } from '../text/stem.ts';
import type { QueryTerm } from '../text/tokenize.ts';
import { findCorrections } from './corrections.ts';
import { noMatches, subtract, Tally, unite, type Matches } from './tally.ts';
import type { TermReader } from './term-reader.ts';

/**
 * How a word is taken: as itself alone; as that or, if it is the last, the beginning of others; with its inflections
 * and typos; or as all of these.
 */
export type Reading = 'exact' | 'beginning' | 'finished' | 'typing';

/** What a query is evaluated in. */
export interface Evaluation {
  readonly reader: TermReader;
  /** Which values of `field` count (`in:`). */
  readonly fields: readonly boolean[];
  /** Numbers the matchers, one for each term of the query. */
  nextUnit: number;
}

export function takeUnit(evaluation: Evaluation): number {
  evaluation.nextUnit += 1;
  return evaluation.nextUnit - 1;
}

export interface TermMatches {
  readonly term: string;
  readonly cjk: boolean;
  readonly matches: Matches;
  readonly matchers: readonly Matcher[];
  /** Words searched for in place of the term. */
  readonly corrected: readonly string[];
  /** Whether some clip holds the term itself, or what it begins. */
  readonly stands: boolean;
}

/** How much less a variant of a term is worth than the term itself. */
const shares = { longer: 0.5, inflected: 0.6, oneEdit: 0.5, twoEdits: 0.3, besideItself: 0.2 };
/** Blocks read of each segment: a beginning of two letters may have many, an inflection stands close by. */
const blocksForPrefix = 48;
const blocksForStem = 3;
/** Fewer clips than this are few enough to look for typos. */
const few = 3;
/** A single letter is the beginning of too much. */
const shortestPrefix = 2;

/** Other words that count for this one: those it is the beginning of, and other inflections of it. */
async function addVariants(
  { reader }: Evaluation,
  tally: Tally,
  { term }: QueryTerm,
  typing: boolean,
  inflected: boolean,
): Promise<void> {
  const base = stem(term);
  const asPrefix = typing && term.length >= shortestPrefix;
  const inflects = inflected && base.length >= 3 && /^[a-z]{4,}$/u.test(term);
  if (!asPrefix && !inflects) return;
  const start = inflects ? base.replace(/y$/u, '') : term;
  const blocks = asPrefix ? blocksForPrefix : blocksForStem;
  const wider = asPrefix && term.startsWith(start) && term.length - start.length < 2 ? start : term;
  await reader.range(asPrefix ? wider : start, blocks, (found, _count, read) => {
    if (found === term) return;
    if (asPrefix && found.startsWith(term)) read(tally.sink(shares.longer));
    else if (inflects && stem(found) === base) read(tally.sink(shares.inflected));
  });
}

interface Corrected {
  readonly words: readonly string[];
  readonly matches: Matches;
}

/** What the words match that the term may have been meant for; behind all `direct` matches of the term itself. */
async function correctedMatches(
  { reader, fields }: Evaluation,
  { term }: QueryTerm,
  typing: boolean,
  direct: Matches,
): Promise<Corrected> {
  const corrections = await findCorrections(reader, term, typing);
  const tally = new Tally(reader.state.nextSlot, fields);
  await Promise.all(
    corrections.map(({ word, edits }) =>
      reader.postings(word, tally.sink(edits > 1 ? shares.twoEdits : shares.oneEdit)),
    ),
  );
  const found = subtract(tally.matches(reader.state.docs), direct);
  const share = direct.slots.length > 0 ? shares.besideItself : 1;
  return {
    words: found.slots.length > 0 ? corrections.map(({ word }) => word) : [],
    matches: { slots: found.slots, scores: found.scores.map((score) => score * share) },
  };
}

function matchersOf(
  unit: number,
  { term, cjk }: QueryTerm,
  typing: boolean,
  corrected: readonly string[],
  weight: number,
): readonly Matcher[] {
  const base = stem(term);
  const matchers: Matcher[] = [{ unit, find: term, slack: typing || cjk ? Infinity : 0, weight }];
  if (base !== term) matchers.push({ unit, find: base, slack: 4, weight: weight * 0.8 });
  else if (/^[a-z]{4,}$/u.test(term)) matchers.push({ unit, find: term, slack: 3, weight: weight * 0.8 });
  for (const word of corrected) matchers.push({ unit, find: word, slack: 0, weight: weight * 0.8 });
  return matchers;
}

/** The clips that hold a term. Only the last term of what is being typed also stands for longer ones. */
export async function evaluateTerm(
  evaluation: Evaluation,
  term: QueryTerm,
  reading: Reading,
): Promise<TermMatches> {
  const { reader, fields } = evaluation;
  const typing = (reading === 'typing' || reading === 'beginning') && term.last;
  const loosely = !term.cjk && (reading === 'typing' || reading === 'finished');
  const unit = takeUnit(evaluation);
  const tally = new Tally(reader.state.nextSlot, fields);
  if (term.prefix) {
    await reader.range(term.term, blocksForPrefix, (_found, _count, read) => {
      read(tally.sink(1));
    });
  } else {
    await Promise.all([
      reader.postings(term.term, tally.sink(1)),
      ...(term.cjk ? [] : [addVariants(evaluation, tally, term, typing, loosely)]),
    ]);
  }
  const documents = reader.state.docs;
  const direct = tally.matches(documents);
  const { words, matches } =
    loosely && tally.size < few
      ? await correctedMatches(evaluation, term, typing, direct)
      : { words: [], matches: noMatches };
  const all = unite(direct, matches);
  const weight = inverseDocumentFrequency(all.slots.length, documents);
  return {
    term: term.term,
    cjk: term.cjk,
    matches: all,
    matchers: matchersOf(unit, term, typing, words, weight),
    corrected: words,
    stands: term.prefix || tally.size > 0,
  };
}
