import { field } from '../text/fields.ts';
import type { Evaluation } from './evaluate-term.ts';
import { charactersRead, syllablesOf } from './pinyin.ts';
import { intersect, type Matches } from './tally.ts';

export interface WordInPinyin {
  readonly word: string;
  /** The clips with the word in their title or their tags. */
  readonly matches: Matches;
}

const mostWords = 3;
const mostCuts = 4;
/** Words thought of while one is put together; a beginning such as shi-yi has many. */
const mostBeginnings = 24;
const blocksRead = 4;
const letters = /^[a-z]{4,36}$/u;

/**
 * Chinese words of titles and tags that are typed by their sound, as without an input method: `qianduan` for 前端. The index
 * holds pairs of characters, so that a word of more is a chain of pairs. Those in most clips come first.
 */
export async function wordsInPinyin(evaluation: Evaluation, typed: string): Promise<readonly WordInPinyin[]> {
  if (!letters.test(typed)) return [];
  const cuts = syllablesOf(typed, mostCuts).filter(({ length }) => length > 1);
  const words = (await Promise.all(cuts.map((cut) => wordsOf(evaluation, cut)))).flat();
  return words.toSorted((a, b) => b.matches.slots.length - a.matches.slots.length).slice(0, mostWords);
}

async function wordsOf(evaluation: Evaluation, syllables: readonly string[]): Promise<WordInPinyin[]> {
  const fields = evaluation.fields.map((counts, i) => counts && (i === field.title || i === field.label));
  const [first = '', ...rest] = syllables.map(charactersRead);
  let words = Array.from(first);
  const pairs = new Map<string, Matches>();
  for (const next of rest) {
    const beginnings = [...new Set(words.map((word) => word.slice(-1)))];
    await Promise.all(
      beginnings.map((character) => findPairs(evaluation, { character, next, fields }, pairs)),
    );
    words = words
      .flatMap((word) => Array.from(next, (character) => word + character))
      .filter((word) => pairs.has(word.slice(-2)))
      .slice(0, mostBeginnings);
  }
  return words
    .map((word) => ({ word, matches: matchesOf(word, pairs) }))
    .filter(({ matches }) => matches.slots.length > 0);
}

/** The pairs that begin with a character and go on with one of `next`. */
async function findPairs(
  { reader }: Evaluation,
  wanted: { readonly character: string; readonly next: string; readonly fields: readonly boolean[] },
  pairs: Map<string, Matches>,
): Promise<void> {
  const found = new Set<string>();
  await reader.range(wanted.character, blocksRead, (term) => {
    if (term.length === 2 && wanted.next.includes(term.charAt(1))) found.add(term);
  });
  await Promise.all(
    Array.from(found, async (pair) => {
      const matches = await reader.matchesOf(pair, wanted.fields);
      if (matches.slots.length > 0) pairs.set(pair, matches);
    }),
  );
}

function matchesOf(word: string, pairs: ReadonlyMap<string, Matches>): Matches {
  const each = Array.from({ length: word.length - 1 }, (_, i) => pairs.get(word.slice(i, i + 2)));
  return each.filter((one) => one !== undefined).reduce(intersect);
}
