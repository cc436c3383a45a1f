import type { MarkedRange } from './answer.ts';
import { findApart, type WrittenApart } from '../text/written-apart.ts';
import { characterKind, wordCharacter } from '../text/characters.ts';

/** Something to look for in a candidate's text, for the mark in the excerpt and the last step of ranking. */
export interface Matcher {
  /** Matchers of one unit stand for the same part of the query. */
  readonly unit: number;
  /** Folded text, or a pattern on folded text. */
  readonly find: string | RegExp;
  /** The same with separators in it (`snake_case` for `snakecase`); sought where `find` itself is not there. */
  readonly apart?: WrittenApart | null;
  /** Letters that may follow in the same word: none for an exact word, any number for a beginning. */
  readonly slack: number;
  /** How much it says: the rarity of its term. */
  readonly weight: number;
}

export interface Occurrence {
  readonly unit: number;
  readonly weight: number;
  /** In the folded text. */
  readonly range: MarkedRange;
}

const greek = /[\u0370-\u03ff]/u;

function isWord(text: string, at: number): boolean {
  if (at < 0 || at >= text.length) return false;
  return characterKind(text.charCodeAt(at)) === wordCharacter;
}

/** Whether a word, or a part of an identifier, begins at `at`. `original` has the case, if it is as long. */
function startsWord(folded: string, original: string, at: number): boolean {
  if (!isWord(folded, at - 1) || folded[at - 1] === '_') return true;
  const before = original[at - 1] ?? '';
  const here = original[at] ?? '';
  if (/\d/u.test(before) !== /\d/u.test(here)) return true;
  if (greek.test(folded[at - 1] ?? '') !== greek.test(folded[at] ?? '')) return true;
  const next = original[at + 1] ?? '';
  return /\p{Lu}/u.test(here) && (!/\p{Lu}/u.test(before) || /\p{Ll}/u.test(next));
}

function endsWord(folded: string, original: string, at: number, slack: number): boolean {
  for (let end = at; end <= at + slack; end += 1) {
    if (!isWord(folded, end) || startsWord(folded, original, end) || folded[end] === '_') return true;
  }
  return false;
}

function findText(folded: string, original: string, matcher: Matcher, text: string): Occurrence[] {
  const found: Occurrence[] = [];
  const bounded = isWord(text, 0);
  for (let at = folded.indexOf(text); at !== -1 && found.length < 200; at = folded.indexOf(text, at + 1)) {
    const end = at + text.length;
    if (bounded && !startsWord(folded, original, at)) continue;
    if (bounded && matcher.slack !== Infinity && !endsWord(folded, original, end, matcher.slack)) continue;
    found.push({ unit: matcher.unit, weight: matcher.weight, range: [at, end] });
  }
  return found;
}

/** Where a matcher stands in a text. `original` is the text before folding, or '' if its length differs. */
export function occurrences(folded: string, original: string, matcher: Matcher): readonly Occurrence[] {
  const { find, apart } = matcher;
  if (typeof find !== 'string') return occurrencesOf([...folded.matchAll(find)], matcher);
  const found = findText(folded, original, matcher, find);
  return found.length > 0 || !apart ? found : occurrencesOf(findApart(folded, apart), matcher);
}

function occurrencesOf(
  matches: readonly RegExpMatchArray[],
  { unit, weight }: Matcher,
): readonly Occurrence[] {
  return matches
    .filter((match) => match[0] !== '')
    .slice(0, 200)
    .map(({ 0: text, index = 0 }) => ({ unit, weight, range: [index, index + text.length] }));
}
