import { facetTerm } from '../text/fields.ts';
import { result } from './request.ts';
import { readState, type FreshRow } from './state.ts';
import { TermReader } from './term-reader.ts';

/** How many clips have each value of a filter (`site`, `lang`), by the index; those that were deleted may still count. */
export async function facetCounts(
  database: IDBDatabase,
  name: 'site' | 'lang',
): Promise<ReadonlyMap<string, number>> {
  const transaction = database.transaction(['searchState', 'searchFresh', 'searchBlocks'], 'readonly');
  const [state, fresh] = await Promise.all([
    readState(transaction),
    result<FreshRow[]>(transaction.objectStore('searchFresh').getAll()),
  ]);
  const counts = new Map<string, number>();
  if (state === null) return counts;
  const start = facetTerm(name, '');
  await new TermReader(transaction, state, fresh).range(start, null, (term, count) => {
    const value = term.slice(start.length);
    counts.set(value, (counts.get(value) ?? 0) + count);
  });
  return counts;
}
