import type { Matcher } from '../ranking/matcher.ts';
import { synonymsOf } from '../text/synonyms.ts';
import { joinedTerm } from '../text/composite-terms.ts';
import { fold } from '../text/fold.ts';
import { queryComposites, queryTerms } from '../text/tokenize.ts';
import { writtenApart, type WrittenApart } from '../text/written-apart.ts';
import type { Evaluation } from './evaluate-term.ts';
import { holdingMatches, splitMatches } from './split-words.ts';
import { intersect, noMatches, scaled, type Matches } from './tally.ts';
import { wordsInPinyin } from './words-in-pinyin.ts';

/** Another way to say or write a word of the query, looked up. */
export interface Alternative {
  /** What to tell the user that it was searched for as well; null for another spelling of the same word. */
  readonly said: string | null;
  readonly matches: Matches;
  readonly matchers: readonly Matcher[];
}

/** How much less they are worth than what was typed. */
const shares = { spelling: 0.9, joined: 0.8, ending: 0.5, synonym: 0.4 };
/** A word that stands in fewer clips than this may be one that others write in two. */
const rare = 8;
/** Names that end in a word which stands nowhere by itself: so many, found in so many blocks of each segment. */
const mostEndings = 3;
const blocksForEnding = 2;
/** Shorter ones are part of too much. */
const longWord = /^[a-z]{6,24}$/u;
const separators = ['-', '_', '.', ' ', '\u2010', '\u2011'];

async function allMatches({ reader, fields }: Evaluation, terms: readonly string[]): Promise<Matches> {
  const each = await Promise.all(terms.map((term) => reader.matchesOf(term, fields)));
  const [first, ...rest] = each.sort((a, b) => a.slots.length - b.slots.length);
  return first === undefined ? noMatches : rest.reduce(intersect, first);
}

interface Wanted {
  readonly said: string | null;
  readonly share: number;
  readonly terms: readonly string[];
  readonly find: string;
  readonly apart: WrittenApart | null;
}

function synonyms(word: string): readonly Wanted[] {
  return synonymsOf(word).map(({ word: other, spelling }) => ({
    said: spelling ? null : other,
    share: spelling ? shares.spelling : shares.synonym,
    terms: queryTerms(other).map(({ term }) => term),
    find: fold(other),
    apart: null,
  }));
}

/** `wifi` for Wi-Fi, and Wi-Fi for `wifi`. */
function joinings(text: string, word: string): readonly Wanted[] {
  const wanted = (term: string, find: string): Wanted => ({
    said: null,
    share: shares.joined,
    terms: [term],
    find,
    apart: writtenApart(find, separators),
  });
  if (/^[\p{Script=Latin}\d]{4,40}$/u.test(word)) return [wanted(joinedTerm(word), word)];
  return queryComposites(text, 'joined').map((term) => {
    const joined = term.slice(joinedTerm('').length);
    return wanted(joined, joined);
  });
}

/** All that may be looked up for a word, by its folded form. */
function wantedFor(text: string): readonly Wanted[] {
  const word = fold(text).trim();
  return [...synonyms(word), ...joinings(text, word)];
}

/** Has what `evaluateAlternatives` looks up read along with the word itself; phrases only once the word is known to be rare. */
export function prefetchAlternatives({ reader }: Evaluation, text: string): void {
  for (const { find, terms } of wantedFor(text)) if (!find.includes(' ')) reader.prefetch(terms);
}

/**
 * What else stands for a word as typed: abbreviations and what they are short for, other spellings, and the word written
 * in two or as one. `found`: the clips that hold the word itself. The matchers belong to `unit`.
 */
export async function evaluateAlternatives(
  evaluation: Evaluation,
  text: string,
  found: number,
  unit: number,
  weight: number,
): Promise<readonly Alternative[]> {
  const word = fold(text).trim();
  const phrases = found < rare;
  const wanted = wantedFor(text).filter(({ find }) => phrases || !find.includes(' '));
  const each = await Promise.all(
    wanted.map(async ({ said, share, terms, find, apart }): Promise<Alternative> => {
      const all = await allMatches(evaluation, terms);
      const holding = find.includes(' ')
        ? await holdingMatches(evaluation, all, (candidate) => candidate.includes(find))
        : all;
      const matchers = [{ unit, find, apart, slack: 2, weight: weight * 0.8 }];
      return { said, matches: scaled(holding, share), matchers };
    }),
  );
  const alternatives = each.filter(({ matches }) => matches.slots.length > 0);
  if (found >= rare || alternatives.length > 0) return alternatives;
  const split = await writtenInTwo(evaluation, word, unit, weight);
  if (split.length > 0 || found > 0) return split;
  const inPinyin = await chineseWords(evaluation, word, unit, weight);
  return inPinyin.length > 0 ? inPinyin : await namesEnding(evaluation, word, unit, weight);
}

/** `keyspace` for “key space”. */
async function writtenInTwo(
  evaluation: Evaluation,
  word: string,
  unit: number,
  weight: number,
): Promise<readonly Alternative[]> {
  if (!longWord.test(word)) return [];
  const apart = writtenApart(word, separators);
  const split = await splitMatches(evaluation, word, apart);
  if (split.slots.length === 0) return [];
  const matcher = { unit, find: word, apart, slack: 0, weight: weight * 0.8 };
  return [{ said: null, matches: scaled(split, shares.joined), matchers: [matcher] }];
}

/** `qianduan` for 前端. */
async function chineseWords(
  evaluation: Evaluation,
  typed: string,
  unit: number,
  weight: number,
): Promise<readonly Alternative[]> {
  return (await wordsInPinyin(evaluation, typed)).map(({ word, matches }) => ({
    said: word,
    matches: scaled(matches, shares.synonym),
    matchers: [{ unit, find: word, apart: null, slack: Infinity, weight: weight * 0.8 }],
  }));
}

/** A name is often known without what its maker puts before it: `urlsession` for NSURLSession. */
async function namesEnding(
  { reader, fields }: Evaluation,
  word: string,
  unit: number,
  weight: number,
): Promise<readonly Alternative[]> {
  if (!longWord.test(word)) return [];
  const longer = new Set<string>();
  await reader.wordsEnding(word, blocksForEnding, (name) => {
    // One letter more may as well be a slip of the keys, which says so.
    if (name.length >= word.length + 2) longer.add(name);
  });
  const names = [...longer].sort((a, b) => a.length - b.length || (a < b ? -1 : 1)).slice(0, mostEndings);
  const each = await Promise.all(
    names.map(async (name): Promise<Alternative> => ({
      said: name,
      matches: scaled(await reader.matchesOf(name, fields), shares.ending),
      matchers: [{ unit, find: name, apart: null, slack: 0, weight: weight * 0.8 }],
    })),
  );
  return each.filter(({ matches }) => matches.slots.length > 0);
}
