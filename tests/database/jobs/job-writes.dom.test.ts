import { expect, test } from 'vitest';
import type { JobItem } from '../../../src/core/job/job.ts';
import { pageItem } from '../../../src/core/job/new-items.ts';
import { afterClip, afterFailure } from '../../../src/core/job/outcome.ts';
import { Failure } from '../../../src/core/failure.ts';
import type { Database } from '../../../src/database/database.ts';
import {
  alreadyClipped,
  itemsOf,
  jobById,
  jobProgress,
  waitingItems,
} from '../../../src/database/jobs/job-queries.ts';
import {
  createJob,
  forgetJob,
  pauseJob,
  recordItem,
  retryFailed,
  setJobState,
} from '../../../src/database/jobs/job-writes.ts';
import { saveClip } from '../../../src/database/clips/clip-writes.ts';
import { makeArticle } from '../../factories/article.ts';
import { makeDatabase } from '../../factories/database.ts';

const page = (number: number) => pageItem({ url: `https://a.example/${number}`, title: `Post ${number}` });

async function makeJob(database: Database, count = 3): Promise<readonly JobItem[]> {
  const items = Array.from({ length: count }, (_each, index) => page(index));
  await createJob(
    database,
    { id: 'job', kind: 'clip-pages', subject: 'Blog', tags: [], createdAt: 1 },
    items,
  );
  return await itemsOf(database, 'job');
}

const failed = (item: JobItem) => afterFailure(item, new Failure('fetch/refused', '404'), 5);

test('a job ends with its last item, and not before', async () => {
  const database = await makeDatabase();
  const [one, two, three] = (await makeJob(database)) as [JobItem, JobItem, JobItem];
  await recordItem(database, afterClip(one, 'done', 'a'), 2);
  await recordItem(database, failed(two), 3);
  expect(await jobById(database, 'job')).toMatchObject({ state: 'running', total: 3, endedAt: null });
  await recordItem(database, afterClip(three, 'skipped', 'b'), 4);
  expect(await jobById(database, 'job')).toMatchObject({ state: 'ended', endedAt: 4 });
  expect(await jobProgress(database, 'job')).toEqual({ waiting: 0, done: 1, skipped: 1, failed: 1 });
});

test('a list adds the pages it names in the same transaction that ends it, each once', async () => {
  const database = await makeDatabase();
  const [list] = (await makeJob(database, 1)) as [JobItem];
  const done = afterClip(list, 'done', null);
  await recordItem(database, done, 2, [page(1), page(2), page(1)]);
  // Recorded again, as after a worker that died before it knew.
  await recordItem(database, done, 3, [page(1), page(2)]);
  const items = await itemsOf(database, 'job');
  expect(items.map(({ index, url, state }) => [index, url, state])).toEqual([
    [0, 'https://a.example/0', 'done'],
    [1, 'https://a.example/1', 'waiting'],
    [2, 'https://a.example/2', 'waiting'],
  ]);
  expect(await jobById(database, 'job')).toMatchObject({ state: 'running', total: 3 });
});

test('what ends after the job was cancelled is not recorded', async () => {
  const database = await makeDatabase();
  const [one] = (await makeJob(database)) as [JobItem];
  await setJobState(database, 'job', 'cancelled', 2);
  await recordItem(database, afterClip(one, 'done', 'a'), 3);
  await setJobState(database, 'job', 'running', 4);
  expect(await jobById(database, 'job')).toMatchObject({ state: 'cancelled', endedAt: 2 });
  expect(await jobProgress(database, 'job')).toMatchObject({ waiting: 3, done: 0 });
});

test('failed items are tried again, all of them or some', async () => {
  const database = await makeDatabase();
  for (const item of await makeJob(database)) await recordItem(database, failed(item), 2);
  await retryFailed(database, 'job', 'running', [1]);
  expect((await waitingItems(database, 'job', 10)).map(({ index, attempts }) => [index, attempts])).toEqual([
    [1, 0],
  ]);
  expect(await jobById(database, 'job')).toMatchObject({ state: 'running', endedAt: null });
  await retryFailed(database, 'job', 'running');
  expect(await waitingItems(database, 'job', 10)).toHaveLength(3);
});

test('only a job that is over is forgotten', async () => {
  const database = await makeDatabase();
  await makeJob(database);
  await forgetJob(database, 'job');
  expect(await jobById(database, 'job')).not.toBeNull();
  await setJobState(database, 'job', 'cancelled', 2);
  await forgetJob(database, 'job');
  expect(await jobById(database, 'job')).toBeNull();
  expect(await itemsOf(database, 'job')).toEqual([]);
});

test('commands for a job that is not there say so', async () => {
  const database = await makeDatabase();
  await expect(setJobState(database, 'none', 'paused', 1)).rejects.toMatchObject({ code: 'job/not-found' });
  await expect(retryFailed(database, 'none', 'running')).rejects.toMatchObject({ code: 'job/not-found' });
});

test('pages in the library are known by any of their addresses', async () => {
  const database = await makeDatabase();
  const article = makeArticle({ url: 'https://a.example/1' });
  await saveClip(database, { article, tags: [], note: undefined, source: null }, { newId: 'c', now: 1 });
  const urls = ['http://www.a.example/1/?utm_source=x', 'https://a.example/2'];
  expect(await alreadyClipped(database, urls)).toEqual(new Set([urls[0]]));
});

test('a job that pauses by itself says why, until the reader continues it', async () => {
  const database = await makeDatabase();
  const items = [pageItem({ url: 'https://a.example/', title: 'A' })];
  await createJob(
    database,
    { id: 'job', kind: 'clip-pages', subject: 'Blog', tags: [], createdAt: 1 },
    items,
  );
  await pauseJob(database, 'job', 'store/full');
  expect(await jobById(database, 'job')).toMatchObject({ state: 'paused', failure: 'store/full' });
  await setJobState(database, 'job', 'running', 2);
  expect((await jobById(database, 'job'))?.failure).toBeUndefined();
  await setJobState(database, 'job', 'paused', 3);
  await pauseJob(database, 'job', 'store/full');
  expect((await jobById(database, 'job'))?.failure).toBeUndefined();
});
