/**
 * The wait in ms that a Retry-After header asks for (RFC 9110 section 10.2.3: seconds, or an HTTP date), null where it
 * asks for none.
 */
export function retryAfterOf(header: string, now: number): number | null {
  const text = header.trim();
  if (/^\d+(?:\.\d+)?$/.test(text)) return Number(text) * 1_000;
  // What else begins with a number, `30s` or `-1`, some calendars would take for a year.
  if (!/^[a-z]{3,9},? |^\d{4}-\d\d-\d\dT/i.test(text)) return null;
  const date = Date.parse(text);
  return Number.isNaN(date) ? null : Math.max(0, date - now);
}
