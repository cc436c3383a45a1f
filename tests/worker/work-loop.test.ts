import { describe, expect, test, vi } from 'vitest';
import { type Nap, createWorkLoop } from '../../src/worker/work-loop.ts';
import { deferred } from '../factories/deferred.ts';

/** Longer than any test: a nap of it ends only where the loop is woken. */
const forever = 1_000_000;

function loopOf(round: (nap: Nap) => Promise<boolean>) {
  const sleep = vi.fn<() => void>();
  const keepAwake = vi.fn<() => () => void>(() => sleep);
  const report = vi.fn<(error: unknown) => void>();
  return { loop: createWorkLoop({ keepAwake, report }, round), keepAwake, sleep, report };
}

/** A loop over a list that others may add to, and the most that was under way at once. */
function loopOver(work: string[]) {
  const seen: string[] = [];
  let underWay = 0;
  let most = 0;
  const parts = loopOf(async () => {
    const next = work.shift();
    underWay += 1;
    most = Math.max(most, underWay);
    await Promise.resolve();
    underWay -= 1;
    if (next !== undefined) seen.push(next);
    return next !== undefined;
  });
  return { ...parts, seen, most: () => most };
}

test('works until nothing is left, once at a time, then lets the worker sleep', async () => {
  const { loop, seen, most, keepAwake, sleep } = loopOver(['a', 'b', 'c']);
  loop.wake();
  loop.wake();
  await loop.idle();
  expect(seen).toEqual(['a', 'b', 'c']);
  expect(most()).toBe(1);
  expect(keepAwake).toHaveBeenCalledOnce();
  expect(sleep).toHaveBeenCalledOnce();
});

test('is idle where it was never woken', async () => {
  const { loop, keepAwake } = loopOver(['a']);
  await loop.idle();
  expect(keepAwake).not.toHaveBeenCalled();
});

// However many turns the last look takes, and whenever the call comes within them.
test.each([0, 1, 2, 3, 4, 5, 6])(
  'what is added %i turns after the first wake is not missed',
  async (turns) => {
    const work: string[] = [];
    const { loop, seen } = loopOver(work);
    loop.wake();
    for (let turn = 0; turn < turns; turn += 1) await Promise.resolve();
    work.push('late');
    loop.wake();
    await loop.idle();
    expect(seen).toEqual(['late']);
  },
);

describe('a nap', () => {
  test('ends where the loop is woken', async () => {
    const napping = deferred();
    let rounds = 0;
    const { loop } = loopOf(async (nap) => {
      rounds += 1;
      if (rounds > 1) return false;
      const rest = nap(forever);
      napping.resolve();
      await rest;
      return true;
    });
    loop.wake();
    await napping.promise;
    loop.wake();
    await loop.idle();
    expect(rounds).toBe(2);
  });

  test('is none where the loop was woken since the round began', async () => {
    let rounds = 0;
    const { loop } = loopOf(async (nap) => {
      rounds += 1;
      if (rounds > 1) return false;
      loop.wake();
      await nap(forever);
      return true;
    });
    loop.wake();
    await loop.idle();
    expect(rounds).toBe(2);
  });

  test('ends by itself', async () => {
    let rounds = 0;
    const { loop } = loopOf(async (nap) => {
      rounds += 1;
      if (rounds > 1) return false;
      await nap(1);
      return true;
    });
    loop.wake();
    await loop.idle();
    expect(rounds).toBe(2);
  });
});

test('a failed round is reported and ends the loop; the next wake starts it again', async () => {
  let rounds = 0;
  const { loop, report, keepAwake, sleep } = loopOf(() => {
    rounds += 1;
    return rounds === 1 ? Promise.reject(new Error('no disk')) : Promise.resolve(false);
  });
  loop.wake();
  await loop.idle();
  expect(report.mock.calls).toEqual([[new Error('no disk')]]);
  loop.wake();
  await loop.idle();
  expect(rounds).toBe(2);
  expect(report).toHaveBeenCalledOnce();
  expect(keepAwake).toHaveBeenCalledTimes(2);
  expect(sleep).toHaveBeenCalledTimes(2);
});
