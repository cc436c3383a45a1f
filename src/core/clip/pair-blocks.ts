import { diffArrays } from 'diff';
import type { TextBlock } from './article.ts';

/** Below this share of common pairs of characters two blocks are two texts, and not one that changed. */
const leastSimilarity = 0.3;

/** Between the same neighbours it is enough that this share of the shorter block is in the longer one. */
const leastContained = 0.6;

/** Comparisons of changed blocks at most; beyond, only near neighbours are compared. */
const mostComparisons = 40_000;

/**
 * For each block of the earlier text the index of the same block in the later text: an equal one, or the one that it
 * became; null where there is none. Each later block is given once.
 */
export function pairBlocks(
  earlier: readonly TextBlock[],
  later: readonly TextBlock[],
): readonly (number | null)[] {
  const pairs = Array.from({ length: earlier.length }, (): number | null => null);
  const taken = new Set<number>();
  const take = (from: number, to: number) => {
    pairs[from] = to;
    taken.add(to);
  };
  let [from, to] = [0, 0];
  for (const { added, removed, value } of diffArrays([...earlier], [...later], { comparator: isEqual })) {
    if (removed) from += value.length;
    else if (added) to += value.length;
    else for (const _ of value) take(from++, to++);
  }
  pairEqual(earlier, later, pairs, take, taken);
  pairSimilar(earlier, later, pairs, take, taken);
  return pairs;
}

function isEqual(a: TextBlock, b: TextBlock): boolean {
  return a.text === b.text && (a.kind === 'code') === (b.kind === 'code');
}

/** Blocks that moved as they are. */
function pairEqual(
  earlier: readonly TextBlock[],
  later: readonly TextBlock[],
  pairs: readonly (number | null)[],
  take: (from: number, to: number) => void,
  taken: ReadonlySet<number>,
): void {
  const free = new Map<string, number[]>();
  later.forEach((block, index) => {
    if (taken.has(index) || block.text === '') return;
    const key = keyOf(block);
    free.set(key, [...(free.get(key) ?? []), index]);
  });
  earlier.forEach((block, index) => {
    if (pairs[index] !== null) return;
    const place = free.get(keyOf(block))?.shift();
    if (place !== undefined) take(index, place);
  });
}

function keyOf(block: TextBlock): string {
  return `${block.kind === 'code' ? 'c' : 't'}${block.text}`;
}

/** Blocks that changed, the most similar pair first. */
function pairSimilar(
  earlier: readonly TextBlock[],
  later: readonly TextBlock[],
  pairs: readonly (number | null)[],
  take: (from: number, to: number) => void,
  taken: ReadonlySet<number>,
): void {
  const old = [...earlier.keys()].filter((index) => pairs[index] === null && earlier[index]?.text !== '');
  const fresh = [...later.keys()].filter((index) => !taken.has(index) && later[index]?.text !== '');
  const reach =
    old.length * fresh.length > mostComparisons ? Math.ceil(mostComparisons / old.length / 2) : Infinity;
  const bigrams = createBigrams();
  const grams = new Map(fresh.map((index) => [index, bigrams(later[index]?.text ?? '')]));
  const inGap = gapsOf(pairs);
  const found: { readonly from: number; readonly to: number; readonly score: number }[] = [];
  old.forEach((from, at) => {
    const own = bigrams(earlier[from]?.text ?? '');
    fresh.forEach((to, place) => {
      if (Math.abs((place / fresh.length) * old.length - at) > reach) return;
      const other = grams.get(to) ?? noBigrams;
      const between = inGap(from, to);
      // Two of very different length cannot have enough in common.
      if (!between && mostAlike(own, other) < leastSimilarity) return;
      const { whole, contained } = similarity(own, other);
      if (whole >= leastSimilarity || (contained >= leastContained && between))
        found.push({ from, to, score: whole });
    });
  });
  found.sort((a, b) => b.score - a.score || a.from - b.from || a.to - b.to);
  for (const { from, to } of found) if (pairs[from] === null && !taken.has(to)) take(from, to);
}

/** The pairs of characters of a text, each as often as it is there, as ascending numbers. */
type Bigrams = Uint32Array;

const noBigrams: Bigrams = new Uint32Array();

/** Characters beyond these say nothing new about which text it is. */
const comparedLength = 4000;

/** Numbers pairs of characters as they come, the same for all texts. */
function createBigrams(): (text: string) => Bigrams {
  const numbers = new Map<string, number>();
  const numberOf = (gram: string): number => {
    const known = numbers.get(gram) ?? numbers.size;
    numbers.set(gram, known);
    return known;
  };
  return (text) => {
    const plain = text.slice(0, comparedLength).toLowerCase().replace(/\s+/g, ' ');
    if (plain.length === 1) return Uint32Array.of(numberOf(plain));
    const grams = new Uint32Array(Math.max(0, plain.length - 1));
    for (let at = 0; at < grams.length; at += 1) grams[at] = numberOf(plain.slice(at, at + 2));
    return grams.sort();
  };
}

interface Similarity {
  /** Dice's coefficient of both bags: 0 to 1. */
  readonly whole: number;
  /** The share of the smaller bag that the larger one holds: 0 to 1. */
  readonly contained: number;
}

/** Dice's coefficient at most, by the lengths alone. */
function mostAlike(a: Bigrams, b: Bigrams): number {
  return (2 * Math.min(a.length, b.length)) / Math.max(1, a.length + b.length);
}

function similarity(a: Bigrams, b: Bigrams): Similarity {
  let common = 0;
  let at = 0;
  let other = 0;
  while (at < a.length && other < b.length) {
    const left = a[at] ?? 0;
    const right = b[other] ?? 0;
    if (left === right) common += 1;
    if (left <= right) at += 1;
    if (right <= left) other += 1;
  }
  const smaller = Math.min(a.length, b.length);
  return smaller === 0
    ? { whole: 0, contained: 0 }
    : { whole: (2 * common) / (a.length + b.length), contained: common / smaller };
}

/** Whether a later block stands between the same neighbours as an earlier one. */
function gapsOf(pairs: readonly (number | null)[]): (from: number, to: number) => boolean {
  const before: number[] = [];
  let last = -1;
  for (const [index, paired] of pairs.entries()) {
    before[index] = last;
    if (paired !== null) last = paired;
  }
  const after: number[] = [];
  let next = Infinity;
  for (let index = pairs.length - 1; index >= 0; index -= 1) {
    after[index] = next;
    next = pairs[index] ?? next;
  }
  return (from, to) => to > (before[from] ?? -1) && to < (after[from] ?? Infinity);
}
