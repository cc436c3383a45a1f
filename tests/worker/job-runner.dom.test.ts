import { expect, test, vi } from 'vitest';
import { type DoItem, createJobRunner } from '../../src/worker/jobs/job-runner.ts';
import { type JobItem, plainOptions } from '../../src/core/job/job.ts';
import { pageItem } from '../../src/core/job/new-items.ts';
import { afterClip, afterFailure } from '../../src/core/job/outcome.ts';
import { Failure } from '../../src/core/failure.ts';
import type { Database } from '../../src/database/database.ts';
import { untilAsked } from '../../src/core/job/retry.ts';
import { itemsOf, jobById, sitesWaitedFor } from '../../src/database/jobs/job-queries.ts';
import { createJob, dropWaits, recordItem, setJobState } from '../../src/database/jobs/job-writes.ts';
import { makeDatabase } from '../factories/database.ts';
import { eventually } from '../factories/eventually.ts';

async function makeJob(database: Database, urls: readonly string[], id = 'job'): Promise<void> {
  const items = urls.map((url) => pageItem({ url, title: url }));
  await createJob(database, { id, kind: 'clip-pages', subject: 'Blog', tags: [], createdAt: 1 }, items);
}

const site = (name: string, count: number) =>
  Array.from({ length: count }, (_each, index) => `https://${name}.example/${index}`);

const rules = { parallel: 4, parallelPerSite: 2, delayPerSite: 5 };

function runnerOn(database: Database, doItem: DoItem, rateLimits = rules) {
  const report = vi.fn<(error: unknown) => void>();
  const awake = vi.fn<() => void>();
  const runner = createJobRunner({
    library: { database: () => Promise.resolve(database) },
    doItem,
    rateLimits,
    keepAwake: () => awake,
    report,
  });
  return { runner, report, awake };
}

/** Does each item in some milliseconds and remembers how many were under way. */
function counting(database: Database) {
  const seen: string[] = [];
  const underWay = new Map<string, number>();
  const most = { perSite: 0, all: 0 };
  const doItem: DoItem = async (_job, item) => {
    const host = new URL(item.url).host;
    seen.push(item.url);
    underWay.set(host, (underWay.get(host) ?? 0) + 1);
    most.perSite = Math.max(most.perSite, ...underWay.values());
    most.all = Math.max(
      most.all,
      [...underWay.values()].reduce((sum, each) => sum + each, 0),
    );
    await new Promise((resolve) => {
      setTimeout(resolve, 12);
    });
    underWay.set(host, (underWay.get(host) ?? 0) - 1);
    await recordItem(database, afterClip(item, 'done', item.url), Date.now());
    return null;
  };
  return { seen, most, doItem };
}

test('does every item once, never more at a time than is polite, then lets the worker sleep', async () => {
  const database = await makeDatabase();
  await makeJob(database, [...site('a', 12), ...site('b', 12), ...site('c', 6)]);
  const { seen, most, doItem } = counting(database);
  const { runner, awake, report } = runnerOn(database, doItem);
  runner.wake();
  runner.wake();
  await runner.idle();
  expect(new Set(seen).size).toBe(30);
  expect(seen).toHaveLength(30);
  expect(most.perSite).toBe(2);
  expect(most.all).toBeLessThanOrEqual(4);
  expect(await jobById(database, 'job')).toMatchObject({ state: 'ended' });
  expect(awake).toHaveBeenCalledTimes(1);
  expect(report).not.toHaveBeenCalled();
});

test('another runner goes on where one stopped', async () => {
  const database = await makeDatabase();
  await makeJob(database, site('a', 6));
  const dead: DoItem = () => new Promise(() => undefined);
  const first = runnerOn(database, dead);
  first.runner.wake();
  await eventually(async () => expect((await itemsOf(database, 'job', 'waiting')).length).toBe(6));
  const { seen, doItem } = counting(database);
  const second = runnerOn(database, doItem);
  second.runner.wake();
  await second.runner.idle();
  expect(seen.toSorted()).toEqual(site('a', 6));
});

test('a paused job stands still until it is resumed', async () => {
  const database = await makeDatabase();
  await makeJob(database, site('a', 4));
  await setJobState(database, 'job', 'paused', 1);
  const { seen, doItem } = counting(database);
  const { runner } = runnerOn(database, doItem);
  runner.wake();
  await runner.idle();
  expect(seen).toEqual([]);
  await setJobState(database, 'job', 'running', 2);
  runner.wake();
  await runner.idle();
  expect(seen).toHaveLength(4);
});

test('a site that is busy is left alone, and the rest goes on meanwhile', async () => {
  const database = await makeDatabase();
  await makeJob(database, [...site('a', 2), ...site('b', 3)]);
  const order: string[] = [];
  const { runner } = runnerOn(
    database,
    async (_job, item) => {
      order.push(item.url);
      const busy = item.url === 'https://a.example/0' && item.attempts === 0;
      const now = Date.now();
      const after: JobItem = busy
        ? { ...afterFailure(item, new Failure('fetch/busy', '2'), now), notBefore: now + 300 }
        : afterClip(item, 'done', item.url);
      await recordItem(database, after, now);
      return busy ? after.notBefore : null;
    },
    { ...rules, parallelPerSite: 1 },
  );
  runner.wake();
  await runner.idle();
  expect(order.slice(0, 4).toSorted()).toEqual([
    'https://a.example/0',
    'https://b.example/0',
    'https://b.example/1',
    'https://b.example/2',
  ]);
  expect(order.slice(4).toSorted()).toEqual(site('a', 2));
});

test('a site that asked to be left alone holds up only itself, however many of its items stand first', async () => {
  const database = await makeDatabase();
  const others = Array.from({ length: 20 }, (_each, index) => `https://other-${String(index)}.example/`);
  await makeJob(database, [...site('busy', 150), ...others]);
  const { seen, doItem } = counting(database);
  const { runner } = runnerOn(database, async (job, item) => {
    if (!item.url.startsWith('https://busy.')) return await doItem(job, item);
    const after = afterFailure(item, new Failure('fetch/busy', '999999999999'), Date.now());
    await recordItem(database, after, Date.now());
    return after.notBefore;
  });
  runner.wake();
  // Nobody stays awake for what waits until the user says so.
  await runner.idle();
  expect(seen.toSorted()).toEqual(others.toSorted());
  expect(await itemsOf(database, 'job', 'waiting')).toHaveLength(150);
  const [waited] = await sitesWaitedFor(database, 'job', Date.now());
  expect(waited).toEqual({ site: 'busy.example', asked: true, until: untilAsked, pages: 150 });

  await dropWaits(database, 'job', 'busy.example');
  expect(await sitesWaitedFor(database, 'job', Date.now())).toEqual([]);
});

test('the parts of a series come one after the other, in order', async () => {
  const database = await makeDatabase();
  const items = [...site('a', 3), ...site('b', 3)].map((url) => pageItem({ url, title: url }));
  const options = { ...plainOptions, inOrder: true };
  await createJob(
    database,
    { id: 'job', kind: 'clip-pages', subject: 'Series', tags: [], createdAt: 1, options },
    items,
  );
  const { seen, most, doItem } = counting(database);
  const { runner } = runnerOn(database, doItem);
  runner.wake();
  await runner.idle();
  expect(seen).toEqual(items.map(({ url }) => url));
  expect(most.all).toBe(1);
});

test('a job made while another is worked off is taken up too', async () => {
  const database = await makeDatabase();
  await makeJob(database, site('a', 3));
  const { seen, doItem } = counting(database);
  const { runner } = runnerOn(database, doItem);
  runner.wake();
  await makeJob(database, site('b', 3), 'later');
  runner.wake();
  await runner.idle();
  expect(seen).toHaveLength(6);
});
