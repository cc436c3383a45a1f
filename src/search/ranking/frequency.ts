import { levels } from '../text/fields.ts';

/** Terms in the running text of a middling article: BM25's average length, fixed so that postings never age. */
const middlingLength = 1000;
/** BM25's b: how much longer texts are held to more occurrences. */
const lengthShare = 0.6;
/** Lower bounds of the levels above the first, in length-normalised occurrences. */
const bounds = [1, 2, 4, 9] as const;
/** What a level counts for when ranking: about the middle of its span. */
const worths = [0.6, 1.4, 2.8, 5.5, 12] as const;

/** The level (0 to 4) of a term that occurs `count` times in a field of `length` terms. */
export function frequencyLevel(count: number, length: number): number {
  const normal = count / (1 - lengthShare + lengthShare * (length / middlingLength));
  const level = bounds.findIndex((bound) => normal < bound);
  return level === -1 ? levels - 1 : level;
}

export function frequencyOfLevel(level: number): number {
  return worths[level] ?? 0;
}
