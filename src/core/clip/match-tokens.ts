import { diffArrays } from 'diff';

/** So many tokens of one list stand in the other, one after the other: `from` and `to` are indexes. */
export interface TokenRun {
  readonly from: number;
  readonly to: number;
  readonly length: number;
}

/** Lists of so many tokens together are compared as they are. */
const fewTokens = 300;

/**
 * The runs of tokens that two lists have in common, in order. Words that stand once in both are matched first (as Bram Cohen's
 * patience diff does), and only what stands between two of them is compared token by token: the time grows with the
 * stretches that changed and not with their product. Where a stretch takes more than `mostEdits` it has nothing in common.
 */
export function matchTokens(
  a: readonly string[],
  b: readonly string[],
  mostEdits: number,
): readonly TokenRun[] {
  const runs: TokenRun[] = [];
  const add = (from: number, to: number, length: number) => {
    const last = runs.at(-1);
    if (length === 0) return;
    if (last !== undefined && last.from + last.length === from && last.to + last.length === to)
      runs[runs.length - 1] = { ...last, length: last.length + length };
    else runs.push({ from, to, length });
  };
  const compare = (from: number, fromEnd: number, to: number, toEnd: number) => {
    const [left, right] = [a.slice(from, fromEnd), b.slice(to, toEnd)];
    if (left.length === 0 || right.length === 0) return;
    let [at, other] = [from, to];
    for (const { added, removed, value } of diffArrays(left, right, { maxEditLength: mostEdits }) ?? []) {
      if (!added && !removed) add(at, other, value.length);
      if (!added) at += value.length;
      if (!removed) other += value.length;
    }
  };
  let [from, to] = [0, 0];
  for (const [next, other] of a.length + b.length <= fewTokens ? [] : onlyOnce(a, b)) {
    compare(from, next, to, other);
    add(next, other, 1);
    [from, to] = [next + 1, other + 1];
  }
  compare(from, a.length, to, b.length);
  return runs;
}

/** Where words stand that both lists have once: as many of them as are in the same order in both. */
function onlyOnce(a: readonly string[], b: readonly string[]): readonly (readonly [number, number])[] {
  const places = placesOf(b);
  const found = [...placesOf(a)].flatMap(([token, at]) => {
    const other = places.get(token) ?? null;
    // A sign, or a character of a word, is no name for a place.
    return at === null || other === null || token.trim().length < 2 ? [] : [[at, other] as const];
  });
  return longestRise(found.sort(([at], [other]) => at - other));
}

/** The index of each token; null where it stands more than once. */
function placesOf(tokens: readonly string[]): ReadonlyMap<string, number | null> {
  const places = new Map<string, number | null>();
  tokens.forEach((token, index) => places.set(token, places.has(token) ? null : index));
  return places;
}

/** The longest part of the pairs in which both numbers rise; the first ones do. */
function longestRise(pairs: readonly (readonly [number, number])[]): readonly (readonly [number, number])[] {
  /** By length: the index of the pair with the smallest end of a rise of that length. */
  const ends: number[] = [];
  const before: (number | undefined)[] = [];
  pairs.forEach(([, value], index) => {
    let [low, high] = [0, ends.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((pairs[ends[middle] ?? 0]?.[1] ?? 0) < value) low = middle + 1;
      else high = middle;
    }
    before[index] = ends[low - 1];
    ends[low] = index;
  });
  const rise: (readonly [number, number])[] = [];
  for (let at = ends.at(-1); at !== undefined; at = before[at]) rise.push(pairs[at] ?? [0, 0]);
  return rise.reverse();
}
