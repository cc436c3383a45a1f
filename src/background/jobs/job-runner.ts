import type { Job, JobItem } from '../../domain/job/job.ts';
import { type Politeness, SiteLoads } from '../../domain/job/politeness.ts';
import { siteOf } from '../../domain/clip/clip-from-article.ts';
import { keepAwake } from '../../platform/keep-awake.ts';
import { runningJobs, waitingItems } from '../../storage/job-queries.ts';
import type { Shelf } from '../shelf.ts';

/** Does one item and records how it went; never rejects. */
export type DoItem = (job: Job, item: JobItem) => Promise<void>;

export interface JobRunner {
  /** Looks for work, now: after a job was made or resumed, and whenever the worker starts. */
  wake(): void;
}

/** How many waiting items are looked at for one that may start. */
const horizon = 64;
const longestNap = 15_000;

/**
 * Works off running jobs, oldest first, item by item, for as long as there are any. All that it knows is in the journal:
 * a worker that dies in the middle leaves its items waiting, and the next worker's runner takes them up.
 */
export function createJobRunner(
  shelf: Shelf,
  doItem: DoItem,
  politeness: Politeness,
  report: (error: unknown) => void,
): JobRunner {
  const sites = new SiteLoads();
  const underWay = new Map<string, Promise<void>>();
  let running = false;
  let woken = false;
  let rouse: () => void = () => undefined;

  async function run(): Promise<void> {
    const release = keepAwake();
    try {
      for (;;) {
        const waiting = await findWaiting(shelf, underWay);
        if (waiting.length === 0 && underWay.size === 0) {
          if (!woken) return;
          // Woken while the last look was under way: what it missed is found by another.
          woken = false;
          continue;
        }
        const next = sites.next(waiting, Date.now(), politeness);
        if (next !== null && 'start' in next) start(next.start);
        else await nap(Math.min(next?.wait ?? longestNap, longestNap));
      }
    } finally {
      release();
    }
  }

  function start({ job, item, site }: { job: Job; item: JobItem; site: string }): void {
    sites.enter(site, Date.now());
    const work = doItem(job, item)
      .catch(report)
      .finally(() => {
        sites.leave(site);
        underWay.delete(keyOf(item));
        rouse();
      });
    underWay.set(keyOf(item), work);
  }

  /** Until the time is over, an item ends, or somebody wakes the runner. */
  async function nap(milliseconds: number): Promise<void> {
    await new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, milliseconds);
      rouse = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  }

  return {
    wake() {
      woken = true;
      rouse();
      if (running) return;
      running = true;
      void run()
        .catch(report)
        .finally(() => (running = false));
    },
  };
}

function keyOf(item: JobItem): string {
  return `${item.jobId} ${item.index}`;
}

/** Items of running jobs that wait and are not under way, the oldest job's first. */
async function findWaiting(shelf: Shelf, underWay: ReadonlyMap<string, unknown>) {
  const database = await shelf.database();
  const found = [];
  for (const job of await runningJobs(database)) {
    const items = await waitingItems(database, job.id, horizon + underWay.size);
    found.push(...items.map((item) => ({ job, item, site: siteOf(item.url), notBefore: item.notBefore })));
  }
  return found.filter(({ item }) => !underWay.has(keyOf(item)));
}
