/** The furthest that a calendar of JavaScript reaches from 1970, in ms. */
const furthest = 8.64e15;

/** Whether it is a time that can be stored, compared and shown: ms since 1970, within the calendar. */
export function isTime(value: unknown): value is number {
  return typeof value === 'number' && value >= 0 && value <= furthest;
}

/** As ISO 8601 writes it, in UTC; the start of 1970 for a time that no calendar has, which stops no list and no file. */
export function isoTime(time: number): string {
  return new Date(isTime(time) ? time : 0).toISOString();
}

/** Whether a date in the form of ISO 8601, with or without a time, names a day that the calendar has. */
export function isCalendarDay(text: string): boolean {
  const [year, month, day] = text.slice(0, 10).split('-').map(Number);
  if (year === undefined || month === undefined || day === undefined) return false;
  const date = new Date(Date.UTC(year, month - 1, day));
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
}
