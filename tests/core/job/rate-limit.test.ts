import { expect, test } from 'vitest';
import { SiteLoads } from '../../../src/core/job/rate-limit.ts';

const rules = { parallel: 3, parallelPerSite: 2, delayPerSite: 500 };
const at = (site: string, notBefore = 0) => ({ site, notBefore });

test('two requests to one site start half a second apart, and a third waits for the end of one', () => {
  const sites = new SiteLoads(rules);
  const waiting = [at('a')];
  expect(sites.next(waiting, 1_000)).toEqual({ start: at('a') });
  sites.enter('a', 1_000);
  expect(sites.next(waiting, 1_100)).toEqual({ wait: 400 });
  expect(sites.next(waiting, 1_500)).toEqual({ start: at('a') });
  sites.enter('a', 1_500);
  expect(sites.next(waiting, 9_000)).toBeNull();
  sites.leave('a');
  expect(sites.next(waiting, 9_000)).toEqual({ start: at('a') });
});

test('a busy site keeps no other waiting, up to so many in all', () => {
  const sites = new SiteLoads(rules);
  sites.enter('a', 0);
  sites.enter('a', 0);
  expect(sites.next([at('a'), at('b')], 1)).toEqual({ start: at('b') });
  sites.enter('b', 1);
  expect(sites.next([at('c')], 1)).toBeNull();
});

test('a site that asked to be left alone is, with all its items', () => {
  const sites = new SiteLoads(rules);
  sites.enter('a', 0);
  sites.hold('a', 60_000);
  sites.leave('a');
  expect(sites.next([at('a'), at('a')], 10_000)).toEqual({ wait: 50_000 });
  expect(sites.next([at('a'), at('b')], 10_000)).toEqual({ start: at('b') });
  expect(sites.next([at('a')], 60_000)).toEqual({ start: at('a') });
});

test('an item waits for its own time', () => {
  const sites = new SiteLoads(rules);
  expect(sites.next([at('a', 5_000), at('a', 3_000)], 1_000)).toEqual({ wait: 2_000 });
  expect(sites.next([at('a', 5_000), at('a', 3_000)], 3_000)).toEqual({ start: at('a', 3_000) });
});

test('what is done here needs a place, and no site', () => {
  const sites = new SiteLoads(rules);
  const here = { site: null, notBefore: 0 };
  for (let place = 0; place < 3; place += 1) {
    expect(sites.isFull).toBe(false);
    expect(sites.next([here], 0)).toEqual({ start: here });
    sites.enter(null, 0);
  }
  expect(sites.isFull).toBe(true);
  expect(sites.next([here, at('a')], 0)).toBeNull();
  sites.leave(null);
  expect(sites.next([here], 0)).toEqual({ start: here });
});

test('a shorter wish does not shorten a longer one; the user forgets both', () => {
  const sites = new SiteLoads(rules);
  sites.hold('a', 60_000);
  sites.hold('a', 5_000);
  expect(sites.next([at('a')], 10_000)).toEqual({ wait: 50_000 });
  sites.enter('a', 10_000);
  expect(sites.next([at('a')], 20_000)).toEqual({ wait: 40_000 });
  sites.release('a');
  expect(sites.next([at('a')], 20_000)).toEqual({ start: at('a') });
  sites.enter('a', 20_000);
  // Released, the site still has what is under way on it.
  expect(sites.next([at('a')], 30_000)).toBeNull();
});

test('a site that was left more often than entered has no more room than others', () => {
  const sites = new SiteLoads(rules);
  sites.leave('a');
  sites.enter('a', 0);
  sites.enter('a', 0);
  expect(sites.next([at('a')], 9_000)).toBeNull();
  sites.release('b');
  expect(sites.next([], 0)).toBeNull();
});
