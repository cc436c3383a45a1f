import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { JobItem } from '../../../src/core/job/job.ts';
import { pageItem, rowsFor } from '../../../src/core/job/new-items.ts';
import { afterFailure } from '../../../src/core/job/outcome.ts';
import { maxAttempts, retryDelay, untilAsked, retryAfterOf } from '../../../src/core/job/retry.ts';
import { Failure, failureCodes } from '../../../src/core/failure.ts';

const [item] = rowsFor('job', [pageItem({ url: 'https://a.example/1', title: 'One' })]) as [JobItem];

test('Retry-After is seconds, or a date, or nothing', () => {
  const now = Date.UTC(2026, 0, 1, 12, 0, 0);
  expect(retryAfterOf('120', now)).toBe(120_000);
  expect(retryAfterOf('Thu, 01 Jan 2026 12:01:00 GMT', now)).toBe(60_000);
  expect(retryAfterOf('Thu, 01 Jan 2026 11:00:00 GMT', now)).toBe(0);
  expect(retryAfterOf('1.5', now)).toBe(1_500);
  for (const none of ['', '-1', '30s', '120 seconds', 'soon', '1/2'])
    expect([none, retryAfterOf(none, now)]).toEqual([none, null]);
  expect(retryAfterOf('soon', now)).toBeNull();
});

test('the wait doubles, and the server is taken at its word', () => {
  expect(retryDelay('fetch/unreachable', 1, null)).toBe(2_000);
  expect(retryDelay('fetch/unreachable', 3, null)).toBe(8_000);
  expect(retryDelay('fetch/busy', 1, 90_000)).toBe(90_000);
  expect(retryDelay('fetch/busy', 1, 3_600_000)).toBe(3_600_000);
  // Longer than anyone waits, or absurd: until the user says so.
  expect(retryDelay('fetch/busy', 1, 48 * 3_600_000)).toBe(untilAsked);
  expect(afterFailure(item, new Failure('fetch/busy', '999999999999'), 1_000)).toMatchObject({
    state: 'waiting',
    notBefore: untilAsked,
  });
});

test('a page that is not there, or is no article, is not asked for again', () => {
  expect(retryDelay('fetch/refused', 1, null)).toBeNull();
  expect(retryDelay('page/no-article', 1, null)).toBeNull();
});

test('an item that the server put off waits until then', () => {
  expect(afterFailure(item, new Failure('fetch/busy', '30'), 1_000)).toMatchObject({
    state: 'waiting',
    attempts: 1,
    notBefore: 31_000,
    code: 'fetch/busy',
  });
});

test('whatever happens, an item ends after so many tries', () => {
  fc.assert(
    fc.property(fc.constantFrom(...failureCodes), fc.string(), (code, detail) => {
      let current = item;
      let tries = 0;
      while (current.state === 'waiting') {
        tries += 1;
        const now = current.notBefore;
        current = afterFailure(current, new Failure(code, detail), now);
        if (current.notBefore === untilAsked) current = { ...current, notBefore: now };
        expect(current.notBefore).toBeLessThanOrEqual(now + 3_600_000);
      }
      expect(current).toMatchObject({ state: 'failed', code });
      expect(tries).toBeLessThanOrEqual(maxAttempts);
    }),
  );
});
