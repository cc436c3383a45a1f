import { editDistance, typosAllowed } from '../text/edit-distance.ts';
import { isPlainWord } from './reversed-words.ts';
import type { TermReader } from './term-reader.ts';

export interface CorrectedWord {
  readonly word: string;
  readonly edits: number;
}

const mostCorrections = 3;
const blocksRead = 12;

/** Of a beginning that may go on to anything, two typos are too many: `sharedptr` is not meant for `sharedhttpcookie`. */
function editsBetween(typed: string, word: string, most: number, prefix: boolean): number {
  return prefix && most === 1 ? editDistance(typed, word, most, true) : editDistance(typed, word, most);
}

/** Words within `most` edits of `typed`, with the clips (about) that hold them. */
async function nearWords(
  reader: TermReader,
  typed: string,
  most: number,
  prefix: boolean,
): Promise<readonly (CorrectedWord & { readonly count: number })[]> {
  // A swap may lie across the middle, so the parts that stay whole may be one letter shorter than their share.
  const part = Math.max(2, Math.floor((typed.length - most) / (most + 1)));
  const edits = new Map<string, number>();
  const counts = new Map<string, number>();
  const consider = (word: string): void => {
    if (edits.has(word) || word === typed || !isPlainWord(word)) return;
    const distance = editsBetween(typed, word, most, prefix);
    if (distance <= most) edits.set(word, distance);
  };
  await Promise.all([
    reader.range(typed.slice(0, part), blocksRead, (word, count) => {
      consider(word);
      if (edits.has(word)) counts.set(word, (counts.get(word) ?? 0) + count);
    }),
    reader.wordsEnding(typed.slice(-part), blocksRead, consider),
  ]);
  const uncounted = [...edits.keys()].filter((word) => !counts.has(word));
  await Promise.all(
    uncounted.map((word) =>
      reader.postings(word, () => {
        counts.set(word, (counts.get(word) ?? 0) + 1);
      }),
    ),
  );
  return [...edits]
    .map(([word, distance]) => ({ word, edits: distance, count: counts.get(word) ?? 0 }))
    .filter(({ count }) => count > 0);
}

/**
 * Words of the index that `typed` may have been meant for. Edits leave the first or the last part of a word alone
 * (pigeonhole), so only words that share one of the two are compared. Two edits are only thought of where there is no
 * word one edit away. The most frequent come first.
 */
export async function findCorrections(
  reader: TermReader,
  typed: string,
  prefix: boolean,
): Promise<readonly CorrectedWord[]> {
  if (!isPlainWord(typed)) return [];
  for (let most = 1; most <= typosAllowed(typed.length); most += 1) {
    const near = await nearWords(reader, typed, most, prefix);
    if (near.length === 0) continue;
    return near
      .toSorted((a, b) => b.count - a.count || (a.word < b.word ? -1 : 1))
      .slice(0, mostCorrections)
      .map(({ word, edits }) => ({ word, edits }));
  }
  return [];
}
