import { parseDate } from './dates.ts';

/** From `from` up to but not including `until`; open where infinite. */
export interface Range {
  readonly from: number;
  readonly until: number;
}

interface Bound {
  /** What it spans: a day has a start and an end, a number is one long. */
  readonly start: number;
  readonly end: number;
}

type ReadBound = (text: string) => Bound | null;

/** `>x`, `>=x`, `<x`, `<=x`, `x..y`, `x..`, `..y`, or `x` by itself, which `alone` says the meaning of. */
function readRange(value: string, read: ReadBound, alone: (bound: Bound) => Range): Range | null {
  const text = value.normalize('NFKC').trim();
  const [, sign, rest = ''] = /^([<>]=?)(.+)$/u.exec(text) ?? [];
  if (sign !== undefined) {
    const bound = read(rest.trim());
    if (bound === null) return null;
    if (sign === '>') return { from: bound.end, until: Infinity };
    if (sign === '>=') return { from: bound.start, until: Infinity };
    return { from: -Infinity, until: sign === '<' ? bound.start : bound.end };
  }
  const [first, last, ...more] = text.split('..');
  if (last === undefined) {
    const bound = read(text);
    return bound === null ? null : alone(bound);
  }
  const from = first === '' ? -Infinity : (read(first ?? '')?.start ?? null);
  const until = last === '' ? Infinity : (read(last)?.end ?? null);
  return from === null || until === null || more.length > 0 || text === '..' ? null : { from, until };
}

/** Numbers, with a unit or without (`5m`, `2k`, `5分钟`); one by itself is at least so much. */
export function numberRange(value: string, units: Readonly<Record<string, number>>): Range | null {
  const read: ReadBound = (text) => {
    const [, digits = '', unit = ''] = /^(\d[\d,_]{0,11})(\p{L}{0,7})$/u.exec(text.toLowerCase()) ?? [];
    const times = unit === '' ? 1 : Object.hasOwn(units, unit) ? units[unit] : undefined;
    if (digits === '' || times === undefined) return null;
    const number = Number(digits.replace(/[,_]/gu, '')) * times;
    return { start: number, end: number + 1 };
  };
  return readRange(value, read, ({ start }) => ({ from: start, until: Infinity }));
}

/** Days, months, years or ages (dates.ts), `>` and `<` by what the signs say of days; one by itself is that time. */
export function dateRange(value: string, now: number): Range | null {
  return readRange(
    value,
    (text) => parseDate(text, now),
    ({ start, end }) => ({ from: start, until: end }),
  );
}
