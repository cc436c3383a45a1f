import { expect, test } from 'vitest';
import { Failure } from '../../../src/core/failure.ts';
import type { JobItem } from '../../../src/core/job/job.ts';
import { clipItem, listItem, pageItem, rowsFor } from '../../../src/core/job/new-items.ts';
import { afterClip, afterFailure } from '../../../src/core/job/outcome.ts';
import { retryAfterOf } from '../../../src/core/job/retry.ts';

const [item] = rowsFor('job', [pageItem({ url: 'https://a.example/1', title: 'One' })]) as [JobItem];
const tried: JobItem = { ...item, attempts: 2, notBefore: 9, code: 'fetch/timeout', detail: 'slow' };

test('an item whose page is there has its clip, and nothing is left of failed tries', () => {
  expect(afterClip(tried, 'done', 'clip')).toEqual({
    ...item,
    state: 'done',
    attempts: 3,
    notBefore: 0,
    code: null,
    detail: '',
    clipId: 'clip',
  });
  expect(afterClip(tried, 'skipped', null)).toMatchObject({ state: 'skipped', clipId: null });
});

test('an item that failed for good says why, in at most 500 characters', () => {
  const failed = afterFailure(tried, new Failure('fetch/refused', 'x'.repeat(900)), 1_000);
  expect(failed).toMatchObject({ state: 'failed', attempts: 3, notBefore: 0, code: 'fetch/refused' });
  expect(failed.detail).toBe('x'.repeat(500));
});

test('what a server says in another failure is no wish', () => {
  const busy = afterFailure(item, new Failure('fetch/busy', '30'), 1_000);
  const away = afterFailure(item, new Failure('fetch/unreachable', '30'), 1_000);
  expect([busy.notBefore, away.notBefore]).toEqual([31_000, 3_000]);
});

test.each([
  ['12a', null],
  ['a12', null],
  [' 12 ', 12_000],
  ['   ', null],
  ['0', 0],
])('Retry-After %j is %j', (header, wait) => {
  expect(retryAfterOf(header, 0)).toBe(wait);
});

test('what an item asks for, by its role', () => {
  const clip = { id: 'c', url: 'https://a.example/', title: 'A' };
  expect(clipItem(clip)).toEqual({
    role: 'clip',
    url: clip.url,
    title: 'A',
    tabId: null,
    feed: null,
    clipId: 'c',
  });
  const feed = 'https://a.example/feed';
  expect(listItem({ role: 'feed', url: feed, title: 'Feed', feed })).toEqual({
    role: 'feed',
    url: feed,
    title: 'Feed',
    tabId: null,
    feed,
    clipId: null,
  });
  expect(pageItem({ url: clip.url, title: 'A', tabId: 3, feed, clipId: 'c' })).toEqual({
    role: 'page',
    url: clip.url,
    title: 'A',
    tabId: 3,
    feed,
    clipId: 'c',
  });
});

test('the clips of a job are each in it once, whatever their addresses', () => {
  const one = clipItem({ id: 'c', url: 'about:blank', title: '' });
  const other = clipItem({ id: 'd', url: 'about:blank', title: '' });
  const rows = rowsFor('job', [one, other, one]);
  expect(rows.map(({ clipId, state, index }) => [clipId, state, index])).toEqual([
    ['c', 'waiting', 0],
    ['d', 'waiting', 1],
  ]);
  expect(rows[0]).toMatchObject({ jobId: 'job', attempts: 0, notBefore: 0, code: null, detail: '' });
});
