import type { FailureCode } from '../failure.ts';

/** Tries before an item counts as failed. */
export const maxAttempts = 4;

const firstDelay = 2_000;
const longestDelay = 5 * 60_000;

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
 * says when (Retry-After, in ms) is taken at its word, up to an hour.
 */
export function retryDelay(code: FailureCode, attempts: number, retryAfter: number | null): number | null {
  if (!passing.has(code) || attempts >= maxAttempts) return null;
  if (retryAfter !== null) return Math.min(Math.max(retryAfter, firstDelay), 60 * 60_000);
  return Math.min(firstDelay * 2 ** (attempts - 1), longestDelay);
}
