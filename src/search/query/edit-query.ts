import { isFilterName, readFilter } from './filters.ts';
import { isRange, type ClipState, type Filter, type RangeFilter } from './query.ts';
import { foldName } from '../text/fold-name.ts';
import { splitQuery } from './split-query.ts';

/** A part of a query as the user sees it: one chip. `start` and `end` are its place in the text, UTF-16 units. */
export interface QueryPart {
  readonly raw: string;
  readonly kind: 'word' | 'phrase' | 'filter' | 'or';
  readonly start: number;
  readonly end: number;
}

/** What may be filtered by pressing it: the filters whose value is a text. */
export type PressedFilter = Exclude<Filter, RangeFilter>;

/** The words and filters of a query with their places in the text (UTF-16 units). */
export function queryParts(text: string): readonly QueryPart[] {
  return splitQuery(text, isFilterName).map(({ raw, kind, start, end }) => ({ raw, kind, start, end }));
}

/** The query without one of its parts; an `OR` that would then join nothing goes too. */
export function withoutPart(text: string, part: Pick<QueryPart, 'start' | 'end'>): string {
  const rest = `${text.slice(0, part.start)}${text.slice(part.end)}`;
  const words = tidy(rest).split(' ');
  while (isOr(words[0])) words.shift();
  while (isOr(words.at(-1))) words.pop();
  return words.join(' ').replace(/(?: (?:OR|\|\|?)){2,}(?= )/gu, ' OR');
}

function isOr(word: string | undefined): boolean {
  return word === 'OR' || word === '|' || word === '||';
}

/** Whether the query has this filter, not negated, under whichever of its names. `now` is epoch milliseconds. */
export function hasFilter(text: string, wanted: PressedFilter, now: number): boolean {
  return partOf(text, wanted, now) !== undefined;
}

/** Adds the filter, or takes it out where it is there. A state takes the place of its rival: of read or unread, and of what is listed as moved or as absent, one. */
export function toggleFilter(text: string, filter: PressedFilter, now: number): string {
  const part = partOf(text, filter, now);
  if (part !== undefined) return withoutPart(text, part);
  const rival = rivalOf(filter);
  const rivalPart = rival === null ? undefined : partOf(text, rival, now);
  const base = rivalPart === undefined ? text : withoutPart(text, rivalPart);
  return tidy(`${base} ${filterText(filter)}`);
}

/** The filter as it is typed; quoted where its value has spaces. */
export function filterText({ name, value }: PressedFilter): string {
  if (value === '') return `${name}:none`;
  return /[\s"“”「」]/u.test(value) ? `${name}:"${value.replaceAll('"', '')}"` : `${name}:${value}`;
}

/** The query with `year` as its only stretch of time; null takes it out. */
export function withYear(text: string, year: number | null, now: number): string {
  const isDate = (raw: string) => {
    const [piece] = splitQuery(raw, isFilterName);
    if (piece?.kind !== 'filter') return false;
    const meaning = readFilter(piece.name, piece.value, now);
    return meaning?.kind === 'filter' && meaning.filter.name === 'date';
  };
  const dates = queryParts(text).filter((part) => isDate(part.raw));
  const base = dates.toReversed().reduce((rest, part) => withoutPart(rest, part), text);
  return tidy(year === null ? base : `${base} on:${year}`);
}

function partOf(text: string, wanted: PressedFilter, now: number): QueryPart | undefined {
  return splitQuery(text, isFilterName).find((piece) => {
    if (piece.kind !== 'filter' || piece.not) return false;
    const meaning = readFilter(piece.name, piece.value, now);
    if (meaning?.kind !== 'filter' || isRange(meaning.filter)) return false;
    return meaning.filter.name === wanted.name && foldName(meaning.filter.value) === foldName(wanted.value);
  });
}

function rivalOf(filter: PressedFilter): PressedFilter | null {
  if (filter.name !== 'is') return null;
  const rivals: Partial<Record<ClipState, ClipState>> = {
    read: 'unread',
    unread: 'read',
    moved: 'absent',
    absent: 'moved',
  };
  const value = rivals[filter.value];
  return value === undefined ? null : { name: 'is', value };
}

function tidy(text: string): string {
  return text.replaceAll(/\s+/gu, ' ').trim();
}
