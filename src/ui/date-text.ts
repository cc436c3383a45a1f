import { isTime } from '../core/time.ts';
import type { Translation } from './translation.ts';

/** In place of a time that no calendar has: a row that has one is shown, and can be deleted, like any other. */
const noDate = '—';
const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

/** Rough and short: "just now", "5 min. ago", "yesterday", "3 wk. ago", and from a year on the month: "Mar 2024". */
export function relativeDate(time: number, now: number, { t, language }: Translation): string {
  if (!isTime(time)) return noDate;
  const age = isTime(now) ? now - time : Infinity;
  if (age >= 365 * day) return monthText(time, language);
  const format = new Intl.RelativeTimeFormat(language, { numeric: 'auto', style: 'short' });
  // What Intl has for it reads as an order in Chinese ("now", not "just now").
  if (age < minute) return t('justNow');
  if (age < hour) return format.format(-Math.floor(age / minute), 'minute');
  if (age < day) return format.format(-Math.floor(age / hour), 'hour');
  if (age < 7 * day) return format.format(-Math.floor(age / day), 'day');
  if (age < 30 * day) return format.format(-Math.floor(age / (7 * day)), 'week');
  return format.format(-Math.floor(age / (30 * day)), 'month');
}

/** Day and minute, for titles and for those who ask. */
export function fullDate(time: number, language: string): string {
  if (!isTime(time)) return noDate;
  return new Intl.DateTimeFormat(language, { dateStyle: 'long', timeStyle: 'short' }).format(time);
}

/** A month of the user's time zone, in short: "Mar 2024". */
export function monthText(time: number, language: string): string {
  if (!isTime(time)) return noDate;
  return new Intl.DateTimeFormat(language, { year: 'numeric', month: 'short' }).format(time);
}

/** The day, in short. */
export function shortDay(time: number, language: string): string {
  if (!isTime(time)) return noDate;
  return new Intl.DateTimeFormat(language, { dateStyle: 'medium' }).format(time);
}

/**
 * A date as the page stated it (ISO 8601, with or without a time). The day is the one the author wrote, whatever the
 * reader's time zone; text that is no date is shown as it is.
 */
export function statedDate(iso: string, language: string): string {
  const [, year, month, date] = /^(\d{4})-(\d{2})-(\d{2})/.exec(iso) ?? [];
  if (year === undefined || month === undefined || date === undefined) return iso;
  const time = Date.UTC(Number(year), Number(month) - 1, Number(date));
  return new Intl.DateTimeFormat(language, { dateStyle: 'long', timeZone: 'UTC' }).format(time);
}
