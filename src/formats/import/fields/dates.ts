import type { DayOrder } from '../../../core/job/file-work.ts';
import { monthNumber } from './month-names.ts';

export interface ReadDate {
  /** Epoch ms. What names no zone is local time. */
  readonly time: number;
  /** ISO 8601 with the precision and the zone that the text has: `2024-03-05`, `2024-03-05T10:20:30+08:00`. */
  readonly iso: string;
}

const earliest = Date.UTC(1990, 0, 1);
const latest = Date.UTC(2100, 0, 1);

/** No date is written in more characters. */
const longest = 100;

/**
 * The one reader of dates in imported files. Null where the text is no date that it knows, or one before 1990 or after
 * 2099; `ambiguous` where day and month could be either and `order` does not say which.
 */
export function readDate(
  value: string | number | null | undefined,
  order: DayOrder | null = null,
): ReadDate | 'ambiguous' | null {
  const text = String(value ?? '')
    .slice(0, longest + 1)
    .normalize('NFKC')
    .trim();
  if (text === '' || text.length > longest) return null;
  const date = fromNumber(text) ?? fromText(text, order);
  if (date === null || date === 'ambiguous') return date;
  return date.time >= earliest && date.time < latest ? date : null;
}

/** What a text tells of the order of its column: null where it tells nothing, `either` where it needs to be told. */
export function dayOrderOf(value: string): DayOrder | 'either' | null {
  const [, first = '', second = ''] = numericDate.exec(value.slice(0, longest)) ?? [];
  if (first === '') return null;
  if (Number(first) > 12) return 'day-first';
  if (Number(second) > 12) return 'month-first';
  return first.padStart(2, '0') === second.padStart(2, '0') ? null : 'either';
}

/**
 * Seconds, milliseconds, microseconds or nanoseconds since 1970, microseconds since 1601 (Chromium's own), days since
 * 1900 (spreadsheets), or `20240305` and `20240305102030`.
 */
function fromNumber(text: string): ReadDate | null {
  if (!/^\d{1,20}(?:\.\d{1,12})?$/.test(text)) return null;
  if (/^(?:19|20)\d{6}(?:\d{6})?$/.test(text)) {
    const compact = fromCompact(text);
    if (compact !== null) return compact;
  }
  const time = Math.trunc(epochTime(Number(text)));
  return time >= earliest && time < latest ? { time, iso: new Date(time).toISOString() } : null;
}

function epochTime(value: number): number {
  if (value < 1e5) return (value - 25_569) * 86_400_000;
  if (value < 1e11) return value * 1_000;
  if (value < 1e14) return value;
  if (value < 5e15) return value / 1_000;
  return value < 1e17 ? value / 1_000 - 11_644_473_600_000 : value / 1e6;
}

interface Day {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

interface Clock {
  readonly hour: number;
  readonly minute: number;
  readonly second: number;
  readonly ms: number;
  /** Minutes east of Greenwich; null where the text names no zone. */
  readonly offset: number | null;
}

const compactDate = /^(\d{4})(\d{2})(\d{2})(?:T?(\d{2})(\d{2})(\d{2})(Z)?)?$/;

function fromCompact(text: string): ReadDate | null {
  const [whole, year, month, day, hour, minute, second, zone] = compactDate.exec(text) ?? [];
  if (whole === undefined) return null;
  const date = { year: Number(year), month: Number(month), day: Number(day) };
  if (hour === undefined) return dateOf(date, null);
  return dateOf(date, {
    hour: Number(hour),
    minute: Number(minute),
    second: Number(second),
    ms: 0,
    offset: zone === undefined ? null : 0,
  });
}

const clock =
  /(?:(上午|下午|中午|凌晨|早上|晚上|午前|午後|오전|오후)\s?)?(\d{1,2})[:时時](\d{1,2})(?:[:分](\d{1,2})(?:[.,:](\d{1,9}))?秒?)?分?\s?([ap]\.?m\b\.?)?/i;
const zone = /^\s?\(?\s?(?:(Z\b|UTC|GMT)\s?)?(?:([+-])(\d{2}):?(\d{2})?)?\s?\)?(?:\s?\([^()]{0,60}\))?/i;

function fromText(text: string, order: DayOrder | null): ReadDate | 'ambiguous' | null {
  const compact = fromCompact(text);
  if (compact !== null) return compact;
  const found = clock.exec(text);
  if (found === null) return withDay(text, null, order);
  const after = text.slice(found.index + found[0].length);
  const named = zone.exec(after);
  const rest = `${text.slice(0, found.index)} ${after.slice(named?.[0].length ?? 0)}`;
  const time = clockOf(found, named);
  return time === null ? null : withDay(rest, time, order);
}

function clockOf(found: RegExpExecArray, named: RegExpExecArray | null): Clock | null {
  const [, before = '', hours, minutes, seconds = '0', fraction = '', after = ''] = found;
  const isLater = /^p/i.test(after) || /下午|晚上|中午|午後|오후/.test(before);
  const isEarlier = /^a/i.test(after) || /上午|凌晨|早上|午前|오전/.test(before);
  const stated = Number(hours);
  const hour = isLater && stated < 12 ? stated + 12 : isEarlier && stated === 12 ? 0 : stated;
  const [minute, second] = [Number(minutes), Number(seconds)];
  if (hour > 23 || minute > 59 || second > 60) return null;
  const [, universal, sign, east, eastMinutes = '0'] = named ?? [];
  const shift = sign === undefined ? 0 : (Number(east) * 60 + Number(eastMinutes)) * (sign === '-' ? -1 : 1);
  return {
    hour,
    minute,
    second,
    ms: Number(fraction.slice(0, 3).padEnd(3, '0')),
    offset: universal === undefined && sign === undefined ? null : shift,
  };
}

const yearFirst = /(?<!\d)(\d{4})\s?[-/.年년]\s?(\d{1,2})\s?[-/.月월]\s?(\d{1,2})(?!\d)\s?[日号일]?/;
const numericDate = /(?<!\d)(\d{1,2})[-/](\d{1,2})[-/](\d{4}|\d{2})(?!\d)/;
const dotted = /(?<!\d)(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{4})(?!\d)/;
const monthThenDay = /(\p{L}{3,12})\.?\s{0,2}(\d{1,2})(?:st|nd|rd|th)?,?\s{1,3}(\d{4})(?!\d)/iu;
const dayThenMonth =
  /(?<!\d)(\d{1,2})(?:st|nd|rd|th|\.)?(?:\s|-)(?:de\s|of\s)?(\p{L}{3,12})\.?,?(?:\s{1,3}|-)(?:de\s)?(\d{4})(?!\d)/iu;

function withDay(text: string, time: Clock | null, order: DayOrder | null): ReadDate | 'ambiguous' | null {
  const found = dayIn(text, order);
  if (found === null || found === 'ambiguous') return found;
  // What is left must be a weekday or a sign: else the text says something that is not understood.
  if (!/^(?:T|at|um|à|[\s@,.()·-])*$/i.test(found.rest.replace(weekday, ''))) return null;
  return dateOf(found.day, time);
}

const weekday =
  /(?:星期|周|週)[一二三四五六日天]|[日月火水木金土]曜日|\b(?:mon|tue|wed|thu|fri|sat|sun)(?:day|sday|nesday|rsday|urday|s|rs|nes)?\b/i;

function dayIn(
  text: string,
  order: DayOrder | null,
): { readonly day: Day; readonly rest: string } | 'ambiguous' | null {
  const read = (pattern: RegExp, dayOf: (parts: readonly string[]) => Day | null) => {
    const found = pattern.exec(text);
    const day = found === null ? null : dayOf(found.slice(1).map(String));
    return found === null || day === null ? null : { day, rest: text.replace(found[0], ' ') };
  };
  const plain = (year = '', month = '', day = ''): Day => ({
    year: year.length === 2 ? Number(year) + (Number(year) < 70 ? 2_000 : 1_900) : Number(year),
    month: Number(month),
    day: Number(day),
  });
  const named = (year = '', month = '', day = ''): Day | null => {
    const number = monthNumber(month);
    return number === null ? null : { year: Number(year), month: number, day: Number(day) };
  };
  const settled =
    read(yearFirst, ([year, month, day]) => plain(year, month, day)) ??
    read(dotted, ([day, month, year]) => plain(year, month, day)) ??
    read(dayThenMonth, ([day, month, year]) => named(year, month, day)) ??
    read(monthThenDay, ([month, day, year]) => named(year, month, day));
  if (settled !== null) return settled;
  const told = dayOrderOf(text);
  const way = told === 'either' ? order : (told ?? 'day-first');
  if (way === null) return 'ambiguous';
  return read(numericDate, ([first, second, year]) =>
    way === 'day-first' ? plain(year, second, first) : plain(year, first, second),
  );
}

function dateOf({ year, month, day }: Day, time: Clock | null): ReadDate | null {
  if (month < 1 || month > 12 || day < 1 || day > new Date(Date.UTC(year, month, 0)).getUTCDate())
    return null;
  const date = `${String(year).padStart(4, '0')}-${two(month)}-${two(day)}`;
  if (time === null) return { time: new Date(year, month - 1, day).getTime(), iso: date };
  const { hour, minute, second, ms, offset } = time;
  const fraction = ms === 0 ? '' : `.${String(ms).padStart(3, '0')}`;
  const iso = `${date}T${two(hour)}:${two(minute)}:${two(second)}${fraction}`;
  if (offset === null)
    return { time: new Date(year, month - 1, day, hour, minute, second, ms).getTime(), iso };
  return {
    time: Date.UTC(year, month - 1, day, hour, minute, second, ms) - offset * 60_000,
    iso: `${iso}${zoneText(offset)}`,
  };
}

function zoneText(offset: number): string {
  if (offset === 0) return 'Z';
  const minutes = Math.abs(offset);
  return `${offset < 0 ? '-' : '+'}${two(Math.trunc(minutes / 60))}:${two(minutes % 60)}`;
}

function two(value: number): string {
  return String(value).padStart(2, '0');
}
