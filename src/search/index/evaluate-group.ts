import type { Phrase } from '../ranking/phrase-pattern.ts';
import type { QueryGroup, QueryItem } from '../query/query.ts';
import { allClips, evaluateFilter } from './evaluate-filter.ts';
import type { Evaluation } from './evaluate-term.ts';
import { evaluatePhrase, evaluateWord, type WordMatches } from './evaluate-words.ts';
import { noMatches, subtract, unite, type Matches } from './tally.ts';

/** One of the things that a clip may hold: the phrase, or else what the index says. */
export type Choice = { readonly phrase: Phrase } | { readonly matches: Matches };

interface ItemMatches {
  readonly not: boolean;
  readonly matches: Matches;
  readonly word: WordMatches | null;
}

/** A part of a query, one of whose items a clip must hold: what of it the index finds. */
export interface GroupMatches {
  readonly group: QueryGroup;
  readonly not: boolean;
  readonly matches: Matches;
  readonly words: readonly WordMatches[];
  readonly choices: readonly Choice[];
}

async function evaluateItem(evaluation: Evaluation, item: QueryItem, not: boolean): Promise<ItemMatches> {
  if (item.kind === 'filter') {
    return { ...(await evaluateFilter(evaluation.reader, item.filter)), word: null };
  }
  const word =
    item.kind === 'phrase'
      ? await evaluatePhrase(evaluation, item.text, item.prefix)
      : await evaluateWord(evaluation, item.text, not ? 'exact' : item.prefix ? 'typing' : 'finished');
  return { not: false, matches: word.matches, word };
}

/** Looks up the items of a group and unites what they find. */
export async function evaluateGroup(evaluation: Evaluation, group: QueryGroup): Promise<GroupMatches> {
  const items = await Promise.all(group.items.map((item) => evaluateItem(evaluation, item, group.not)));
  const words = items.flatMap(({ word }) => (word === null ? [] : [word]));
  const [only] = items;
  if (items.length === 1 && only !== undefined) {
    return { group, not: only.not, matches: only.matches, words, choices: items.map(choiceOf) };
  }
  const every = items.some((item) => item.not) ? await allClips(evaluation.reader) : noMatches;
  const matching = items.map((item) => ({
    ...item,
    matches: item.not ? subtract(every, item.matches) : item.matches,
  }));
  const matches = matching.map((item) => item.matches).reduce(unite, noMatches);
  return { group, not: false, matches, words, choices: matching.map(choiceOf) };
}

function choiceOf({ word, matches }: ItemMatches): Choice {
  return word?.required ? { phrase: word.required } : { matches };
}
