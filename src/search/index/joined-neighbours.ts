import { fold } from '../text/fold.ts';
import type { Evaluation } from './evaluate-term.ts';
import type { GroupMatches } from './evaluate-group.ts';
import { noMatches, scaled, unite, type Matches } from './tally.ts';

/** What a word that is written as one counts for each of the two that were typed. */
const share = 0.4;

function plainWord({ group, words, not }: GroupMatches): string | null {
  const [word] = words;
  if (not || group.not || words.length !== 1 || group.items.length !== 1 || word?.required !== null)
    return null;
  const text = fold(word.typed);
  return /^[\p{Script=Latin}\d]{2,20}$/u.test(text) ? text : null;
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
  await Promise.all(
    groups.map(async (group, i) => {
      const next = groups[i + 1];
      const [first, second] = [plainWord(group), next === undefined ? null : plainWord(next)];
      if (first === null || second === null) return;
      const found = await reader.matchesOf(first + second, fields);
      if (found.slots.length === 0) return;
      const matches = scaled(found, share);
      for (const at of [i, i + 1]) {
        const one = joined[at];
        if (one !== undefined) joined[at] = withJoined(one, matches, first + second);
      }
    }),
  );
  return joined;
}
