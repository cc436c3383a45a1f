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
  const grams = new Map(fresh.map((index) => [index, bigrams(later[index]?.text ?? '')]));
  const inGap = gapsOf(pairs);
  const found: { readonly from: number; readonly to: number; readonly score: number }[] = [];
  old.forEach((from, at) => {
    const own = bigrams(earlier[from]?.text ?? '');
    fresh.forEach((to, place) => {
      if (Math.abs((place / fresh.length) * old.length - at) > reach) return;
      const { whole, contained } = similarity(own, grams.get(to) ?? new Map());
      if (whole >= leastSimilarity || (contained >= leastContained && inGap(from, to)))
        found.push({ from, to, score: whole });
    });
  });
  found.sort((a, b) => b.score - a.score || a.from - b.from || a.to - b.to);
  for (const { from, to } of found) if (pairs[from] === null && !taken.has(to)) take(from, to);
}

type Bigrams = ReadonlyMap<string, number>;

/** Characters beyond these say nothing new about which text it is. */
const comparedLength = 4000;

function bigrams(text: string): Bigrams {
  const plain = text.slice(0, comparedLength).toLowerCase().replace(/\s+/g, ' ');
  const grams = new Map<string, number>();
  for (let at = 0; at < plain.length - 1; at += 1) {
    const gram = plain.slice(at, at + 2);
    grams.set(gram, (grams.get(gram) ?? 0) + 1);
  }
  if (plain.length === 1) grams.set(plain, 1);
  return grams;
}

interface Similarity {
  /** Dice's coefficient of both bags: 0 to 1. */
  readonly whole: number;
  /** The share of the smaller bag that the larger one holds: 0 to 1. */
  readonly contained: number;
}

function similarity(a: Bigrams, b: Bigrams): Similarity {
  let [common, sizeA, sizeB] = [0, 0, 0];
  for (const [gram, count] of a) {
    common += Math.min(count, b.get(gram) ?? 0);
    sizeA += count;
  }
  for (const count of b.values()) sizeB += count;
  const smaller = Math.min(sizeA, sizeB);
  return smaller === 0
    ? { whole: 0, contained: 0 }
    : { whole: (2 * common) / (sizeA + sizeB), contained: common / smaller };
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
