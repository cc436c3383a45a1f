import { foldName } from '../text/fold-name.ts';
import type { FilterMeaning, Reader } from './filter-readers.ts';
import { queryFields } from './query-fields.ts';

const readers = new Map<string, Reader>(
  queryFields.flatMap(({ names, read }) => names.map((name): [string, Reader] => [name, read])),
);

/** Whether a name is that of a filter, in any of the languages. */
export function isFilterName(name: string): boolean {
  return readers.has(foldName(name));
}

/** Null where the filter does not know the value. */
export function readFilter(name: string, value: string, now: number): FilterMeaning | null {
  return readers.get(foldName(name))?.(value, now) ?? null;
}
