import { siteOf } from '../../core/clip/clip-from-article.ts';
import type { Job, JobItem } from '../../core/job/job.ts';
import type { RateLimits, Waiting } from '../../core/job/rate-limit.ts';
import { jobsIn, waitingItems } from '../../database/jobs/job-queries.ts';
import type { Library } from '../library.ts';
import { type PoliteLoop, createPoliteLoop } from '../polite-loop.ts';
import type { WorkerLife } from '../work-loop.ts';

/**
 * Does one item and records how it went. Resolves with the time (epoch ms) before which the item's site asked to be left
 * alone, or null; rejects only where not even that could be recorded.
 */
export type DoItem = (job: Job, item: JobItem) => Promise<number | null>;

interface RunnerDependencies extends WorkerLife {
  readonly library: Library;
  readonly doItem: DoItem;
  readonly rateLimits: RateLimits;
}

/** Items read at a time, in looking for one that may start. */
const chunk = 128;

interface Ready extends Waiting {
  readonly job: Job;
  readonly item: JobItem;
}

/**
 * Works off running jobs, oldest first, item by item, for as long as there are any. A worker that dies in the middle leaves
 * its items waiting in the journal, and the next worker's runner takes them up.
 */
export function createJobRunner({ library, doItem, rateLimits, ...life }: RunnerDependencies): PoliteLoop {
  const inOrder = new Set<string>();
  return createPoliteLoop<Ready>(life, rateLimits, {
    waiting: () => waitingOf(library, inOrder),
    keyOf: ({ item }) => `${item.jobId} ${String(item.index)}`,
    async work({ job, item }) {
      if (job.options.inOrder) inOrder.add(job.id);
      return await doItem(job, item).finally(() => inOrder.delete(job.id));
    },
  });
}

function siteToSpare({ role, url }: JobItem): string | null {
  return role === 'clip' ? null : siteOf(url);
}

/** Items of running jobs that wait, the oldest job's first; of a job that goes in order, the first. */
async function* waitingOf(library: Library, underWay: ReadonlySet<string>): AsyncGenerator<readonly Ready[]> {
  const database = await library.database();
  for (const job of await jobsIn(database, 'running')) {
    if (job.options.inOrder && underWay.has(job.id)) continue;
    for (let from = 0; ; from += chunk) {
      const items = await waitingItems(database, job.id, job.options.inOrder ? 1 : chunk, from);
      yield items.map((item) => ({ job, item, site: siteToSpare(item), notBefore: item.notBefore }));
      if (items.length < chunk) break;
    }
  }
}
