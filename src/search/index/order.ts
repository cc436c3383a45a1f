import { result } from './request.ts';
import type { DocRow } from './state.ts';
import type { Matches } from './tally.ts';

/** The slots with the best scores, best first; of equals the later saved. */
export function bestSlots({ slots, scores }: Matches, count: number): readonly number[] {
  const best: number[] = [];
  const isBetter = (a: number, b: number): boolean =>
    (scores[a] ?? 0) > (scores[b] ?? 0) || ((scores[a] ?? 0) === (scores[b] ?? 0) && a > b);
  for (let i = 0; i < slots.length; i += 1) {
    const last = best.at(-1);
    if (best.length === count && last !== undefined && !isBetter(i, last)) continue;
    let low = 0;
    let high = best.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (isBetter(i, best[middle] ?? 0)) high = middle;
      else low = middle + 1;
    }
    best.splice(low, 0, i);
    if (best.length > count) best.pop();
  }
  return best.map((i) => slots[i] ?? 0);
}

/** Up to here single rows are read; beyond, the index by age is walked. */
const fewSlots = 200;
const pageSize = 512;

async function sortedRows(docs: IDBObjectStore, slots: readonly number[]): Promise<readonly DocRow[]> {
  const rows = await Promise.all(slots.map((slot) => result<DocRow | undefined>(docs.get(slot))));
  return rows.filter((row) => row !== undefined).sort((a, b) => a.recency - b.recency || b.slot - a.slot);
}

/**
 * The clips by age, newest first: those of `slots` (null: all), but none of `without`; at least `count` of them if
 * there are so many, and at most about so many more as come with the last read.
 */
async function newestRows(
  docs: IDBObjectStore,
  slots: ReadonlySet<number> | null,
  without: ReadonlySet<number>,
  count: number,
): Promise<readonly DocRow[]> {
  const rows: DocRow[] = [];
  let range: IDBKeyRange | null = null;
  for (;;) {
    const size: number = Math.min(pageSize, slots === null ? count + 20 : pageSize);
    const page: DocRow[] = await result(docs.index('recency').getAll(range, size));
    for (const row of page) {
      if (!without.has(row.slot) && slots?.has(row.slot) !== false) rows.push(row);
    }
    const last = page.at(-1);
    if (last === undefined || page.length < size || rows.length >= count) return rows;
    // Clips saved in the same millisecond as the last one may stand on both sides of the page's end.
    const same: DocRow[] = await result(docs.index('recency').getAll(IDBKeyRange.only(last.recency)));
    const seen = new Set(page.map((row) => row.slot));
    for (const row of same) {
      const fits = !without.has(row.slot) && slots?.has(row.slot) !== false;
      if (fits && !seen.has(row.slot)) rows.push(row);
    }
    range = IDBKeyRange.lowerBound(last.recency, true);
  }
}

export async function slotsByAge(
  transaction: IDBTransaction,
  matches: Matches | null,
  without: Matches,
  order: 'newest' | 'oldest',
  count: number,
): Promise<readonly number[]> {
  const docs = transaction.objectStore('searchDocs');
  const left = new Set(without.slots);
  if (matches !== null && matches.slots.length <= fewSlots) {
    const rows = await sortedRows(docs, [...matches.slots]);
    return (order === 'newest' ? rows : rows.toReversed()).slice(0, count).map((row) => row.slot);
  }
  const slots = matches === null ? null : new Set(matches.slots);
  const all = order === 'oldest' ? Infinity : count;
  const rows = await newestRows(docs, slots, left, all === Infinity ? 2 ** 31 : count);
  return (order === 'newest' ? rows : rows.toReversed()).slice(0, count).map((row) => row.slot);
}
