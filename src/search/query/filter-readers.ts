import { foldName } from '../text/fold-name.ts';
import { parseDate } from './dates.ts';
import type { Filter, QueryScope, QuerySort, RangeFilter } from './query.ts';
import { dateRange, numberRange, type Range } from './ranges.ts';

export type FilterMeaning =
  | { readonly kind: 'filter'; readonly filter: Filter }
  | { readonly kind: 'scope'; readonly scope: QueryScope }
  | { readonly kind: 'sort'; readonly sort: QuerySort };

/** What a value means; `now` is epoch milliseconds. Null where it is none of the filter's. */
export type Reader = (value: string, now: number) => FilterMeaning | null;

/** The values of a filter, each with the names under which it is understood, the first of them the one to offer. */
export type Values<T extends string> = Readonly<Record<T, readonly string[]>>;

const none = new Set(['none', '无', '無']);

export function textFilter(
  name: 'tag' | 'site' | 'lang' | 'author',
  read: (value: string) => string,
): Reader {
  return (value) => {
    if (name === 'tag' && none.has(foldName(value.trim()))) {
      return { kind: 'filter', filter: { name, value: '' } };
    }
    const text = read(value);
    return text === '' ? null : { kind: 'filter', filter: { name, value: text } };
  };
}

export function oneOf<T extends string>(values: Values<T>, meaning: (value: T) => FilterMeaning): Reader {
  const known = new Map<string, T>();
  for (const key of Object.keys(values) as T[]) {
    for (const name of values[key]) known.set(name, key);
  }
  return (value) => {
    const found = known.get(foldName(value));
    return found === undefined ? null : meaning(found);
  };
}

function inRange(name: RangeFilter['name'], range: Range | null): FilterMeaning | null {
  return range === null ? null : { kind: 'filter', filter: { name, from: range.from, until: range.until } };
}

/** `before:` and `after:`: up to, or from, the beginning of a time. */
export function openDate(side: 'before' | 'after'): Reader {
  return (value, now) => {
    const span = parseDate(value, now);
    if (span === null) return null;
    return inRange(
      'date',
      side === 'before' ? { from: -Infinity, until: span.start } : { from: span.start, until: Infinity },
    );
  };
}

export function dates(name: 'date' | 'published'): Reader {
  return (value, now) => inRange(name, dateRange(value, now));
}

export function numbers(name: 'words' | 'time', units: Readonly<Record<string, number>>): Reader {
  return (value) => inRange(name, numberRange(value, units));
}
