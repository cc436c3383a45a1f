import { fold } from '../text/fold.ts';
import type { QueryGroup } from '../query/query.ts';
import type { Evaluation } from './evaluate-term.ts';
import type { GroupMatches } from './evaluate-group.ts';
import type { TermReader } from './term-reader.ts';
import { noMatches, scaled, unite, type Matches } from './tally.ts';

/** What a word that is written as one counts for each of the two that were typed. */
const share = 0.4;

function plainWord({ not, items }: QueryGroup): string | null {
  const [item] = items;
  if (not || items.length !== 1 || item?.kind !== 'word') return null;
  const text = fold(item.text);
  return /^[\p{Script=Latin}\d]{2,20}$/u.test(text) ? text : null;
}

/** The words of two groups that follow each other, as one. */
function joinedWords(groups: readonly QueryGroup[], i: number): string | null {
  const [group, next] = groups.slice(i, i + 2);
  const [first, second] = [
    group === undefined ? null : plainWord(group),
    next === undefined ? null : plainWord(next),
  ];
  return first === null || second === null ? null : first + second;
}

/** Has what `joinNeighbours` looks up read along with the words themselves. */
export function prefetchNeighbours(reader: TermReader, groups: readonly QueryGroup[]): void {
  groups.forEach((_, i) => {
    const word = joinedWords(groups, i);
    if (word !== null) reader.prefetch([word]);
  });
}

function withJoined(group: GroupMatches, matches: Matches, find: string): GroupMatches {
  const [word] = group.words;
  const unit = word?.terms[0]?.unit;
  const weight = word?.terms[0]?.matchers[0]?.weight ?? 0;
  if (word === undefined || unit === undefined) return group;
  const alternative = { said: null, matches, matchers: [{ unit, find, slack: 2, weight }] };
  // A word that stands only so needs no correction.
  const own = word.asTyped ? word.matches : noMatches;
  const terms = word.asTyped ? word.terms : word.terms.map((term) => ({ ...term, corrected: [] }));
  const all = unite(own, matches);
  const alternatives = [...word.alternatives, alternative];
  return { ...group, matches: all, words: [{ ...word, asTyped: true, terms, matches: all, alternatives }] };
}

/** Two words of the query that follow each other also stand for what is written as one: `file system`, filesystem. */
export async function joinNeighbours(
  { reader, fields }: Evaluation,
  groups: readonly GroupMatches[],
): Promise<readonly GroupMatches[]> {
  const joined = [...groups];
  const written = groups.map(({ group }) => group);
  await Promise.all(
    groups.map(async (_, i) => {
      const word = joinedWords(written, i);
      if (word === null) return;
      const found = await reader.matchesOf(word, fields);
      if (found.slots.length === 0) return;
      const matches = scaled(found, share);
      for (const at of [i, i + 1]) {
        const one = joined[at];
        if (one !== undefined) joined[at] = withJoined(one, matches, word);
      }
    }),
  );
  return joined;
}
