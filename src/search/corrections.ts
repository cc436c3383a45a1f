import { editDistance, typosAllowed } from '../domain/search/edit-distance.ts';
import { isPlainWord } from './reversed-words.ts';
import type { TermReader } from './term-reader.ts';

export interface CorrectedWord {
  readonly word: string;
  readonly edits: number;
}

const mostCorrections = 3;
const blocksRead = 8;

/**
 * Words of the index that `typed` may have been meant for. Edits leave the first or the last part of a word alone
 * (pigeonhole), so only words that share one of the two are compared. The nearest, then the most frequent, come first.
 */
export async function findCorrections(
  reader: TermReader,
  typed: string,
  prefix: boolean,
): Promise<readonly CorrectedWord[]> {
  const most = typosAllowed(typed.length);
  if (most === 0 || !isPlainWord(typed)) return [];
  const part = Math.max(2, Math.floor(typed.length / (most + 1)));
  const edits = new Map<string, number>();
  const counts = new Map<string, number>();
  const consider = (word: string): void => {
    if (edits.has(word) || word === typed || !isPlainWord(word)) return;
    const distance = editDistance(typed, word, most, prefix);
    if (distance <= most) edits.set(word, distance);
  };
  await Promise.all([
    reader.range(typed.slice(0, part), blocksRead, (word, count) => {
      consider(word);
      counts.set(word, (counts.get(word) ?? 0) + count);
    }),
    reader.wordsEnding(typed.slice(-part), blocksRead, consider),
  ]);
  await Promise.all(
    [...edits.keys()]
      .filter((word) => !counts.has(word))
      .map((word) =>
        reader.postings(word, () => {
          counts.set(word, (counts.get(word) ?? 0) + 1);
        }),
      ),
  );
  const nearest = Math.min(...edits.values());
  return [...edits]
    .map(([word, distance]) => ({ word, edits: distance }))
    .filter((one) => one.edits === nearest && (counts.get(one.word) ?? 0) > 0)
    .sort((a, b) => (counts.get(b.word) ?? 0) - (counts.get(a.word) ?? 0) || (a.word < b.word ? -1 : 1))
    .slice(0, mostCorrections);
}
