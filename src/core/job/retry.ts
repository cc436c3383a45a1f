import type { FailureCode } from '../failure.ts';

/** Tries before an item counts as failed. */
export const maxAttempts = 4;

const firstDelay = 2_000;
const longestDelay = 5 * 60_000;
/** A server is taken at its word for so long; what asks for more waits until the user says so. */
const longestWish = 60 * 60_000;

/** In place of a time: not before the user asks for it. */
export const untilAsked = Number.MAX_SAFE_INTEGER;

/** Failures that another try may cure; a page that is not there stays away. */
const passing: ReadonlySet<FailureCode> = new Set<FailureCode>([
  'fetch/unreachable',
  'fetch/busy',
  'fetch/timeout',
  'page/changed',
  // The parser page was closed in the middle.
  'message/unanswered',
]);

/**
 * When to try again, in ms from now, or null where it is of no use. Doubles from 2 s to at most 5 minutes; a server that
 * says when (Retry-After, in ms) is taken at its word, up to an hour; a longer wish is `untilAsked`.
 */
export function retryDelay(code: FailureCode, attempts: number, retryAfter: number | null): number | null {
  if (!passing.has(code) || attempts >= maxAttempts) return null;
  if (retryAfter !== null) return retryAfter > longestWish ? untilAsked : Math.max(retryAfter, firstDelay);
  return Math.min(firstDelay * 2 ** (attempts - 1), longestDelay);
}

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
