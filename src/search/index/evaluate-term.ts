import type { Matcher } from '../ranking/matcher.ts';
import { inverseDocumentFrequency } from '../ranking/ranking.ts';
import { stem } from '../text/stem.ts';
import type { QueryTerm } from '../text/tokenize.ts';
import { findCorrections } from './corrections.ts';
import { bytesOf, maskOf, Tally, type Matches } from './tally.ts';
import type { PostingSink } from './codec/entries.ts';
import type { TermReader } from './term-reader.ts';

/**
 * How a word is taken: as itself alone; as that or, if it is the last, the beginning of others; with its inflections; or
 * as all of these.
 */
export type Reading = 'exact' | 'beginning' | 'finished' | 'typing';

/** What a query is evaluated in. */
export interface Evaluation {
  readonly reader: TermReader;
  /** Which values of `field` count (`in:`). */
  readonly fields: readonly boolean[];
  /** No word is taken for another. */
  readonly literally: boolean;
  /** Numbers the matchers, one for each term of the query. */
  nextUnit: number;
}

export function takeUnit(evaluation: Evaluation): number {
  evaluation.nextUnit += 1;
  return evaluation.nextUnit - 1;
}

export interface TermMatches {
  readonly term: QueryTerm;
  readonly unit: number;
  readonly matches: Matches;
  readonly matchers: readonly Matcher[];
  /** Words searched for in place of the term. */
  readonly corrected: readonly string[];
  /** Whether some clip holds the term itself, an inflection or what it begins, be it out of scope. */
  readonly stands: boolean;
}

/** How much less a variant of a term is worth than the term itself. */
const shares = { longer: 0.5, inflected: 0.6, oneEdit: 0.5, twoEdits: 0.3 };
/** Blocks read of each segment: a beginning of two letters may have many, an inflection stands close by. */
const blocksForPrefix = 48;
const blocksForStem = 3;
/** A single letter is the beginning of too much. */
const shortestPrefix = 2;

/** What a tally is told of a term, and whether there was anything, in whichever field. */
class Sightings {
  seen = false;

  constructor(readonly tally: Tally) {}

  sink(share: number): PostingSink {
    const sink = this.tally.sink(share);
    return (slot, field) => {
      this.seen = true;
      sink(slot, field);
    };
  }
}

/** Other words that count for this one: those it is the beginning of, and other inflections of it. */
async function addVariants(
  { reader }: Evaluation,
  sightings: Sightings,
  { term }: QueryTerm,
  typing: boolean,
  inflected: boolean,
): Promise<void> {
  const base = stem(term);
  const asPrefix = typing && term.length >= shortestPrefix;
  const inflects = inflected && base.length >= 3 && /^[a-z]{4,}$/u.test(term);
  const start = base.replace(/y$/u, '');
  await Promise.all([
    asPrefix
      ? reader.range(term, blocksForPrefix, (found, _count, read) => {
          if (found !== term) read(sightings.sink(shares.longer));
        })
      : null,
    inflects
      ? reader.range(start, blocksForStem, (found, _count, read) => {
          if (found === term || (asPrefix && found.startsWith(term)) || stem(found) !== base) return;
          read(sightings.sink(shares.inflected));
        })
      : null,
  ]);
}

function matchersOf(unit: number, term: QueryTerm, typing: boolean, weight: number): readonly Matcher[] {
  const { find, apart, cjk } = term;
  const base = stem(find);
  const matchers: Matcher[] = [{ unit, find, apart, slack: typing || cjk ? Infinity : 0, weight }];
  if (base !== find) matchers.push({ unit, find: base, apart: null, slack: 4, weight: weight * 0.8 });
  else if (/^[a-z]{4,}$/u.test(find))
    matchers.push({ unit, find, apart: null, slack: 3, weight: weight * 0.8 });
  return matchers;
}

function isTyped(term: QueryTerm, reading: Reading): boolean {
  return (reading === 'typing' || reading === 'beginning') && term.last;
}

/** The clips that hold a term. Only the last term of what is being typed also stands for longer ones. */
export async function evaluateTerm(
  evaluation: Evaluation,
  term: QueryTerm,
  reading: Reading,
  unit = takeUnit(evaluation),
): Promise<TermMatches> {
  const { reader } = evaluation;
  const typing = isTyped(term, reading);
  const { matches, stands } = await lookUp(evaluation, term, reading);
  const weight = inverseDocumentFrequency(matches.slots.length, reader.state.docs);
  return { term, unit, matches, matchers: matchersOf(unit, term, typing, weight), corrected: [], stands };
}

async function lookUp(
  evaluation: Evaluation,
  term: QueryTerm,
  reading: Reading,
): Promise<Pick<TermMatches, 'matches' | 'stands'>> {
  const { reader, fields } = evaluation;
  const typing = isTyped(term, reading);
  const loosely = !term.cjk && (reading === 'typing' || reading === 'finished');
  const key = `${term.term} ${term.prefix || typing ? '*' : ''}${loosely ? '~' : ''} ${maskOf(fields)}`;
  const { matches: known } = reader.memory.passing;
  const remembered = known.get(key);
  if (remembered !== undefined) return remembered;
  const sightings = new Sightings(new Tally(reader.state.nextSlot, fields));
  if (term.prefix) {
    await reader.range(term.term, blocksForPrefix, (_found, _count, read) => {
      read(sightings.sink(1));
    });
  } else {
    await Promise.all([
      reader.postings(term.term, sightings.sink(1)),
      ...(term.cjk ? [] : [addVariants(evaluation, sightings, term, typing, loosely)]),
    ]);
  }
  const found = { matches: sightings.tally.matches(reader.state.docs), stands: sightings.seen };
  known.set(key, found, bytesOf(found.matches));
  return found;
}

/** The term with what it may have been meant for, for a term that stands nowhere; itself where there is nothing like it. */
export async function correctTerm(
  { reader, fields }: Evaluation,
  missing: TermMatches,
  reading: Reading,
): Promise<TermMatches> {
  const { term, unit } = missing;
  if (missing.stands || term.cjk || reading === 'exact' || reading === 'beginning') return missing;
  const corrections = await findCorrections(reader, term.term, isTyped(term, reading));
  const tally = new Tally(reader.state.nextSlot, fields);
  await Promise.all(
    corrections.map(({ word, edits }) =>
      reader.postings(word, tally.sink(edits > 1 ? shares.twoEdits : shares.oneEdit)),
    ),
  );
  const matches = tally.matches(reader.state.docs);
  if (matches.slots.length === 0) return missing;
  const weight = inverseDocumentFrequency(matches.slots.length, reader.state.docs);
  const words = corrections.map(({ word }) => word);
  return {
    ...missing,
    matches,
    matchers: [
      { unit, find: term.find, apart: null, slack: 0, weight },
      ...words.map((find) => ({ unit, find, apart: null, slack: 0, weight: weight * 0.8 })),
    ],
    corrected: words,
  };
}
