import type { Correction } from '../ranking/answer.ts';
import { field, fieldCount } from '../text/fields.ts';
import type { Phrase } from '../ranking/phrase-pattern.ts';
import type { Query, QueryScope } from '../query/query.ts';
import { facetMatches } from './evaluate-filter.ts';
import { type Choice, type GroupMatches, evaluateGroup } from './evaluate-group.ts';
import type { Evaluation } from './evaluate-term.ts';
import type { WordMatches } from './evaluate-words.ts';
import { joinNeighbours, prefetchNeighbours } from './joined-neighbours.ts';
import { partialMatches } from './partial-matches.ts';
import { intersect, noMatches, subtract, unite, within, type Matches } from './tally.ts';
import type { TermReader } from './term-reader.ts';

export interface Evaluated {
  /** Null: every clip (no word and no filter that picks some). */
  readonly matches: Matches | null;
  /** Clips to leave out of `every clip`. */
  readonly without: Matches;
  /** The words that are to be found, for ranking and excerpts; none for a list by filters. */
  readonly words: readonly WordMatches[];
  /** Of each of these a clip must hold one, which its text decides. */
  readonly required: readonly (readonly Choice[])[];
  /** Phrases that must not stand in the text. */
  readonly forbidden: readonly Phrase[];
  readonly corrections: readonly Correction[];
  readonly partial: boolean;
}

function fieldsOf(scopes: readonly QueryScope[]): readonly boolean[] {
  return Array.from({ length: fieldCount }, (_, value) => {
    if (scopes.length === 0) return true;
    if (value === field.title) return scopes.includes('title');
    if (value === field.note) return scopes.includes('notes') || scopes.includes('highlights');
    // What is highlighted is of the text; which words of it, the highlights say.
    if (value <= field.heading && scopes.includes('highlights')) return true;
    return value >= field.code && value < field.heading && scopes.includes('code');
  });
}

function isAbout(query: Query, state: 'trash'): boolean {
  return query.groups.some(
    ({ not, items }) =>
      !not &&
      items.some(
        (item) => item.kind === 'filter' && item.filter.name === 'is' && item.filter.value === state,
      ),
  );
}

/** An excluded phrase is decided on the text; by the index alone only where it is a single term. */
function excludes({ group, words }: GroupMatches): boolean {
  return group.not && words.every((word) => word.required === null || word.terms.length < 2);
}

function correctionsOf(words: readonly WordMatches[]): readonly Correction[] {
  return words.flatMap((word) =>
    word.terms.flatMap(({ term, corrected }) => corrected.slice(0, 1).map((to) => ({ from: term.find, to }))),
  );
}

/**
 * Looks up all parts of a query and joins them: what matches, how well, and what to look for in the texts. `literally`:
 * only what holds all of it, and no word in place of another.
 */
export async function evaluateQuery(reader: TermReader, query: Query, literally = false): Promise<Evaluated> {
  const evaluation: Evaluation = { reader, fields: fieldsOf(query.scopes), nextUnit: 0, literally };
  prefetchNeighbours(reader, query.groups);
  const [separate, trashed] = await Promise.all([
    Promise.all(query.groups.map((group) => evaluateGroup(evaluation, group))),
    isAbout(query, 'trash') ? noMatches : facetMatches(reader, 'is', 'trash'),
  ]);
  const groups = await joinNeighbours(evaluation, separate);
  const wanted = groups.filter(({ group }) => !group.not);
  const needed = wanted.filter(({ not }) => !not);
  const wordGroups = needed.filter(({ words }) => words.length > 0);
  const filters = needed.filter(({ words }) => words.length === 0).map(({ matches }) => matches);
  const without = [
    trashed,
    ...wanted.filter(({ not }) => not).map(({ matches }) => matches),
    ...groups.filter((group) => excludes(group) && !group.not).map(({ matches }) => matches),
  ].reduce(unite, noMatches);
  const restrict = (found: Matches): Matches => subtract(filters.reduce(within, found), without);
  const words = wordGroups.flatMap((group) => group.words);
  const all = joined(wordGroups, filters);
  const strict = all === null ? null : restrict(all);
  const partial = strict?.slots.length === 0 && !literally ? restrict(partialMatches(words)) : noMatches;
  return {
    matches: partial.slots.length > 0 ? partial : strict,
    without,
    words,
    required: wordGroups
      .map(({ choices }) => choices)
      .filter((choices) => choices.some((choice) => 'phrase' in choice)),
    forbidden: groups
      .filter((group) => group.group.not && !excludes(group))
      .flatMap((group) => group.words.flatMap(({ required }) => required ?? [])),
    corrections: correctionsOf(words),
    partial: partial.slots.length > 0,
  };
}

function joined(wordGroups: readonly GroupMatches[], filters: readonly Matches[]): Matches | null {
  const parts = wordGroups.map(({ matches }) => matches).sort((a, b) => a.slots.length - b.slots.length);
  const [first, ...rest] = parts.length > 0 ? parts : filters;
  return first === undefined ? null : rest.reduce(intersect, first);
}
