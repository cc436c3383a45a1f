import { type RateLimits, SiteLoads, type Waiting } from '../core/job/rate-limit.ts';
import { type WorkLoop, type WorkerLife, createWorkLoop } from './work-loop.ts';

export interface PoliteWork<Item extends Waiting> {
  /** What waits in the journal, in order, some at a time: no more is read than it takes to find one that may start. */
  readonly waiting: () => AsyncIterable<readonly Item[]>;
  readonly keyOf: (item: Item) => string;
  /** The time (epoch ms) before which the item's site asked to be left alone, or null. Rejects where nothing was recorded. */
  readonly work: (item: Item) => Promise<number | null>;
}

export interface PoliteLoop extends WorkLoop {
  /** What the site asked for is forgotten: the user wants it tried now. */
  readonly release: (site: string) => void;
}

const longestNap = 15_000;
/** For what waits longer than this no worker stays awake. */
const longestWatch = 2 * 60 * 60_000;

/**
 * Does what waits, chosen by site and time: a site that is busy, or asked to be left alone, holds up only its own items,
 * however many of them stand first. All that it knows is in the journal, but for the sites.
 */
export function createPoliteLoop<Item extends Waiting>(
  life: WorkerLife,
  rateLimits: RateLimits,
  { waiting, keyOf, work }: PoliteWork<Item>,
): PoliteLoop {
  const sites = new SiteLoads(rateLimits);
  const underWay = new Set<string>();

  const loop = createWorkLoop(life, async (nap) => {
    const next = await findNext();
    if (next !== null && 'start' in next) start(next.start);
    else if (underWay.size > 0) await nap(Math.min(next?.wait ?? longestNap, longestNap));
    else if (next === null || next.wait > longestWatch) return false;
    else await nap(Math.min(next.wait, longestNap));
    return true;
  });

  async function findNext(): Promise<{ readonly start: Item } | { readonly wait: number } | null> {
    if (sites.isFull) return null;
    const busy = new Set(underWay);
    let wait = Number.POSITIVE_INFINITY;
    for await (const items of waiting()) {
      // Under way at the start of the look or now: what ended between is recorded, but not in what was read.
      const free = items.filter((item) => !busy.has(keyOf(item)) && !underWay.has(keyOf(item)));
      const next = sites.next(free, Date.now());
      if (next !== null && 'start' in next) return next;
      if (next !== null) wait = Math.min(wait, next.wait);
    }
    return Number.isFinite(wait) ? { wait } : null;
  }

  function start(item: Item): void {
    const key = keyOf(item);
    underWay.add(key);
    sites.enter(item.site, Date.now());
    void work(item)
      .catch((error: unknown) => {
        life.report(error);
        // Not recorded, so it waits still: not at once again.
        return Date.now() + longestNap;
      })
      .then((holdUntil) => {
        if (holdUntil !== null && item.site !== null) sites.hold(item.site, holdUntil);
        sites.leave(item.site);
        underWay.delete(key);
        loop.wake();
        return holdUntil;
      });
  }

  return {
    ...loop,
    release(site) {
      sites.release(site);
      loop.wake();
    },
  };
}
