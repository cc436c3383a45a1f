import { monthNamed } from './month-names.ts';

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const chineseMonths = ['一', '二', '三', '四', '五', '六', '七', '八', '九', '十', '十一', '十二'];

const monthName = '(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*';
const time =
  '(?:\\s*(?:[tT,@·|]|at|um)?\\s*(?<hour>\\d{1,2}):(?<minute>\\d{2})(?::(?<second>\\d{2})(?:\\.\\d+)?)?\\s*(?<half>[ap]\\.?m\\.?(?![a-z]))?' +
  '\\s*(?<zone>Z\\b|(?:UTC|GMT)?\\s*[+-]\\d{2}:?\\d{2}|UTC|GMT)?)?';
const weekday = '(?:\\s*[(（]?(?:星期|周|週)[一二三四五六日天][)）]?,?)?';

/** Every way of writing a day that names its year, month and day. Each ends with an optional time. */
const forms = [
  // 2024-03-01, 2024/3/1, 2024.3.1, 2024年3月1日
  `(?<![\\d.])(?<year>(?:19|20)\\d{2})\\s?(?:(?<separator>[-/.])\\s?(?<month>\\d{1,2})\\s?\\k<separator>\\s?(?<day>\\d{1,2})(?!\\d|\\.\\d)|年\\s*(?<month2>\\d{1,2}|[一二三四五六七八九十]+)\\s*月\\s*(?<day2>\\d{1,2})\\s*[日号]?)${weekday}${time}`,
  // 2024년 3월 1일
  `(?<!\\d)(?<year>(?:19|20)\\d{2})년\\s?(?<month>\\d{1,2})월\\s?(?<day>\\d{1,2})일${time}`,
  // 1 tháng 3, 2024 · 1 tháng 3 năm 2024
  `(?<!\\d)(?<day>\\d{1,2})\\s+tháng\\s+(?<month>\\d{1,2})(?:,|\\s+năm)?\\s+(?<year>(?:19|20)\\d{2})(?!\\d)${time}`,
  // Mar 1, 2024 · March 1st 2024 · Fri Mar 01 2024
  `\\b(?<name>${monthName})\\.?\\s+(?<day>\\d{1,2})(?:st|nd|rd|th)?\\s*[,，]?\\s*(?<year>(?:19|20)\\d{2})(?!\\d)${time}`,
  // 1 March 2024 · 01-Mar-2024 · Fri, 01 Mar 2024
  `(?<!\\d)(?<day>\\d{1,2})(?:st|nd|rd|th)?[\\s-]+(?:of\\s+)?(?<name>${monthName})\\.?[\\s,-]+(?<year>(?:19|20)\\d{2})(?!\\d)${time}`,
  // 三月 1, 2024 · 10月 3日, 2019
  `(?<month>\\d{1,2}|[一二三四五六七八九十]+)月\\s*(?<day>\\d{1,2})\\s*日?\\s*[,，]?\\s*(?<year>(?:19|20)\\d{2})(?!\\d)${time}`,
  // Fri Mar  1 08:00:00 UTC 2024
  `\\b(?<name>${monthName})\\s+(?<day>\\d{1,2})\\s+(?<hour>\\d{1,2}):(?<minute>\\d{2})(?::(?<second>\\d{2}))?\\s+(?:(?<zone>[+-]\\d{4}|UTC|GMT)\\s+|[A-Z]{3,4}\\s+)?(?<year>(?:19|20)\\d{2})(?!\\d)`,
  // 03/25/2024, 25.03.2024
  `(?<![\\d/.])(?<first>\\d{1,2})(?<separator>[/.-])(?<second1>\\d{1,2})\\k<separator>(?<year>(?:19|20)\\d{2})(?!\\d)${time}`,
].map((form) => new RegExp(form.replaceAll('(jan|', '(?:jan|'), 'i'));

const word = "(?<word>\\p{L}[\\p{L}\\p{M}'’-]{1,24})";
const particle = "(?:(?:de|del|di|do|da|ta|of|d)(?:\\s+|['’]))?";

/** The same with a word between day and year that is the name of a month in some language. */
const wordForms = [
  // 4. Juli 2025 · 4 de julho de 2025 · 1er juillet 2025 · 4 июля 2025 г.
  `(?<![\\d.])(?<day>\\d{1,2})(?:\\.|[ºª°]|er|e)?[\\s-]{1,3}${particle}${word}\\.?,?[\\s-]{1,3}${particle}(?<year>(?:19|20)\\d{2})(?!\\d)${time}`,
  // Juli 4, 2025
  `(?<![\\p{L}])${word}\\.?\\s{1,3}(?<day>\\d{1,2})(?:\\.|st|nd|rd|th)?,?\\s{1,3}(?<year>(?:19|20)\\d{2})(?!\\d)${time}`,
  // 2025. július 4. · 2025 m. liepos 4 d.
  `(?<![\\d.])(?<year>(?:19|20)\\d{2})\\.?\\s{1,3}(?:m\\.|e\\.|оны|ж\\.)?\\s{0,3}${word}\\.?\\s{0,3}(?<day>\\d{1,2})(?!\\d)${time}`,
].map((form) => new RegExp(form, 'iu'));

/**
 * The first full date in a text in ISO 8601, with its time and zone where it states them: `2024-03-01`,
 * `2024-03-01T08:00`, `2024-03-01T08:00:00+08:00`. Null where there is none, or it could be two different days. `language` (BCP 47)
 * decides where the name of a month is another month's in another language.
 */
export function parseDate(text: string, language: string | null = null): string | null {
  // Most texts that are asked have no year and day: the forms are dear.
  if (!/\d/.test(text) || !/(?:19|20)\d{2}/.test(text)) return null;
  let best: { readonly at: number; readonly iso: string } | null = null;
  for (const form of forms) {
    const match = form.exec(text);
    if (match === null || (best !== null && best.at <= match.index)) continue;
    const iso = toIso(match.groups ?? {});
    if (iso !== null) best = { at: match.index, iso };
  }
  if (best !== null) return best.iso;
  return /(?<!\d)\d{1,2}(?!\d)/.test(text) ? withNamedMonth(text, language) : null;
}

/** The text after the date that it begins with; all of it where it begins with none. */
export function afterLeadingDate(text: string): string {
  const start = text.slice(0, 80);
  for (const form of [...forms, ...wordForms]) {
    const match = form.exec(start);
    if (match?.index === 0 && parseDate(match[0]) !== null) return text.slice(match[0].length);
  }
  return text;
}

function withNamedMonth(text: string, language: string | null): string | null {
  for (const form of wordForms) {
    const parts = form.exec(text)?.groups;
    if (parts === undefined) continue;
    const named = monthNamed(parts['word'] ?? '', language);
    const iso = named === null ? null : toIso({ ...parts, month: String(named) });
    if (iso !== null) return iso;
  }
  return null;
}

type Parts = Readonly<Record<string, string | undefined>>;

function toIso(parts: Parts): string | null {
  const year = Number(parts['year']);
  const [month, day] = monthAndDay(parts);
  if (!(month >= 1 && month <= 12 && day >= 1 && day <= daysIn(year, month))) return null;
  return `${year}-${two(month)}-${two(day)}${timeOf(parts)}`;
}

function monthAndDay(parts: Parts): readonly [number, number] {
  if (parts['first'] !== undefined) {
    const [first, second] = [Number(parts['first']), Number(parts['second1'])];
    // 25.03. is a day first, 3/25/ a month first; 3/4/2024 is either, and so no date.
    if (parts['separator'] === '.' || first > 12) return [second, first];
    return second > 12 || first === second ? [first, second] : [0, 0];
  }
  const named = parts['name']?.slice(0, 3).toLowerCase();
  const written = parts['month'] ?? parts['month2'] ?? '';
  const number =
    named === undefined ? chineseMonths.indexOf(written) + 1 || Number(written) : months.indexOf(named) + 1;
  return [number, Number(parts['day'] ?? parts['day2'])];
}

function timeOf(parts: Parts): string {
  if (parts['hour'] === undefined) return '';
  const half = parts['half']?.toLowerCase()[0];
  const written = Number(parts['hour']);
  const hour = half === 'p' && written < 12 ? written + 12 : half === 'a' && written === 12 ? 0 : written;
  if (hour > 23 || Number(parts['minute']) > 59) return '';
  const second = parts['second'] === undefined ? '' : `:${parts['second']}`;
  return `T${two(hour)}:${parts['minute'] ?? '00'}${second}${zoneOf(parts['zone'])}`;
}

function zoneOf(zone: string | undefined): string {
  if (zone === undefined) return '';
  const offset = /([+-]\d{2}):?(\d{2})/.exec(zone);
  return offset === null || /^[+-]00:?00$/.test(offset[0]) ? 'Z' : `${offset[1] ?? ''}:${offset[2] ?? ''}`;
}

function two(number: number): string {
  return String(number).padStart(2, '0');
}

function daysIn(year: number, month: number): number {
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  return month === 2 ? (leap ? 29 : 28) : [4, 6, 9, 11].includes(month) ? 30 : 31;
}
