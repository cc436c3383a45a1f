import type { Failure } from '../failure.ts';
import type { JobItem } from './job.ts';
import { retryAfterOf, retryDelay, untilAsked } from './retry.ts';

/** The item after a try that failed: waiting for another, or failed for good. */
export function afterFailure(item: JobItem, failure: Failure, now: number): JobItem {
  const attempts = item.attempts + 1;
  const { code, detail } = failure;
  const retryAfter = code === 'fetch/busy' ? retryAfterOf(detail, now) : null;
  const delay = retryDelay(code, attempts, retryAfter);
  return {
    ...item,
    state: delay === null ? 'failed' : 'waiting',
    attempts,
    notBefore: delay === null ? 0 : Math.min(now + delay, untilAsked),
    code,
    detail: detail.slice(0, 500),
  };
}

/** The item once its page is in the library: clipped now, or there already. */
export function afterClip(item: JobItem, state: 'done' | 'skipped', clipId: string | null): JobItem {
  return { ...item, state, attempts: item.attempts + 1, notBefore: 0, code: null, detail: '', clipId };
}
