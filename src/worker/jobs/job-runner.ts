import { siteOf } from '../../core/clip/clip-from-article.ts';
import type { Job, JobItem } from '../../core/job/job.ts';
import { type RateLimits, SiteLoads } from '../../core/job/rate-limit.ts';
import { jobsIn, waitingItems } from '../../database/jobs/job-queries.ts';
import type { Library } from '../library.ts';
import { type WorkLoop, type WorkerLife, createWorkLoop } from '../work-loop.ts';

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

/** How many waiting items of a job are looked at for one that may start. */
const lookahead = 128;
const longestNap = 15_000;

interface Ready {
  readonly job: Job;
  readonly item: JobItem;
  readonly site: string | null;
  readonly notBefore: number;
}

/**
 * Works off running jobs, oldest first, item by item, for as long as there are any. All that it knows is in the journal:
 * a worker that dies in the middle leaves its items waiting, and the next worker's runner takes them up.
 */
export function createJobRunner({ library, doItem, rateLimits, ...life }: RunnerDependencies): WorkLoop {
  const sites = new SiteLoads(rateLimits);
  const underWay = new Set<string>();
  const loop = createWorkLoop(life, async (nap) => {
    const waiting = await findWaiting(library, underWay);
    if (waiting.length === 0 && underWay.size === 0) return false;
    const next = sites.next(waiting, Date.now());
    if (next !== null && 'start' in next) start(next.start);
    else await nap(Math.min(next?.wait ?? longestNap, longestNap));
    return true;
  });

  function start({ job, item, site }: Ready): void {
    const key = keyOf(item);
    underWay.add(key);
    sites.enter(site, Date.now());
    void doItem(job, item)
      .catch((error: unknown) => {
        life.report(error);
        // Not recorded, so it waits still: not at once again.
        return Date.now() + longestNap;
      })
      .then((holdUntil) => {
        if (holdUntil !== null && site !== null) sites.hold(site, holdUntil);
        sites.leave(site);
        underWay.delete(key);
        loop.wake();
        return holdUntil;
      });
  }

  return loop;
}

function siteToSpare({ role, url }: JobItem): string | null {
  return role === 'clip' ? null : siteOf(url);
}

function keyOf(item: JobItem): string {
  return `${item.jobId} ${item.index}`;
}

/** Items of running jobs that wait and are not under way, the oldest job's first. */
async function findWaiting(library: Library, underWay: ReadonlySet<string>): Promise<Ready[]> {
  const busy = new Set(underWay);
  const database = await library.database();
  const found: Ready[] = [];
  for (const job of await jobsIn(database, 'running')) {
    const items = await waitingItems(database, job.id, lookahead + busy.size);
    const one = job.options.inOrder && [...busy].some((key) => key.startsWith(`${job.id} `)) ? 0 : 1;
    const ready = job.options.inOrder ? items.slice(0, one) : items;
    found.push(...ready.map((item) => ({ job, item, site: siteToSpare(item), notBefore: item.notBefore })));
  }
  // Under way at the start of the look or now: what ended between is recorded, but not in what was read.
  return found.filter(({ item }) => !busy.has(keyOf(item)) && !underWay.has(keyOf(item)));
}
