/** A stretch of time, epoch milliseconds: from `start` up to but not including `end`. */
export interface TimeSpan {
  readonly start: number;
  readonly end: number;
}

const calendar = /^(\d{4})(?:[-/.年](\d{1,2})(?:[-/.月](\d{1,2})日?|月)?|年)?$/u;
const ago = /^(\d{1,4})(h|d|w|m|mo|y|天|日|周|月|年|小时)$/u;
const days: Record<string, number> = { d: 1, 天: 1, 日: 1, w: 7, 周: 7 };
const months: Record<string, number> = { m: 1, mo: 1, 月: 1, y: 12, 年: 12 };

function local(year: number, month: number, day: number): number {
  return new Date(year, month, day).getTime();
}

function calendarSpan(value: string): TimeSpan | null {
  const match = calendar.exec(value);
  if (match === null) return null;
  const year = Number(match[1]);
  const month = match[2] === undefined ? null : Number(match[2]) - 1;
  const day = match[3] === undefined ? null : Number(match[3]);
  if (month === null) return { start: local(year, 0, 1), end: local(year + 1, 0, 1) };
  if (month < 0 || month > 11) return null;
  if (day === null) return { start: local(year, month, 1), end: local(year, month + 1, 1) };
  if (day < 1 || day > new Date(year, month + 1, 0).getDate()) return null;
  return { start: local(year, month, day), end: local(year, month, day + 1) };
}

function dayBack(now: number, dayCount: number): TimeSpan {
  const date = new Date(now);
  const at = (extra: number): number =>
    local(date.getFullYear(), date.getMonth(), date.getDate() - dayCount + extra);
  return { start: at(0), end: at(1) };
}

/** The same day of a month before; the last of that month where it has no such day. */
function monthsBack(now: number, count: number): TimeSpan {
  const date = new Date(now);
  const [year, month] = [date.getFullYear(), date.getMonth() - count];
  const day = Math.min(date.getDate(), new Date(year, month + 1, 0).getDate());
  return { start: local(year, month, day), end: local(year, month, day + 1) };
}

const named: Record<string, number> = { today: 0, 今天: 0, yesterday: 1, 昨天: 1 };

/**
 * `2024`, `2024-03`, `2024-03-01`, `today`, `昨天`, or the day so long ago: `7d`, `2w`, `6m`, `1y`, `3天`.
 * Days are those of the user's time zone. Null if it is none of these.
 */
export function parseDate(value: string, now: number): TimeSpan | null {
  const text = value.normalize('NFKC').trim().toLowerCase();
  const back = Object.hasOwn(named, text) ? named[text] : undefined;
  if (back !== undefined) return dayBack(now, back);
  const match = ago.exec(text);
  if (match === null) return calendarSpan(text);
  const count = Number(match[1]);
  const unit = match[2] ?? '';
  if (unit === 'h' || unit === '小时') return { start: now - count * 3_600_000, end: now };
  const inDays = days[unit];
  return inDays === undefined ? monthsBack(now, count * (months[unit] ?? 0)) : dayBack(now, count * inDays);
}
