import { maintainIndex } from '../storage/search/index-upkeep.ts';
import { emptyOldTrash } from '../storage/clips/shelf-writes.ts';
import type { Shelf } from './shelf.ts';

export interface Upkeep {
  /** Starts what there is to do, unless it is under way: after writes, and whenever the worker starts. */
  wake(): void;
}

interface UpkeepServices {
  readonly shelf: Shelf;
  /** An index of 10,000 clips takes longer to build than a browser lets an idle worker live. */
  readonly keepAwake: () => () => void;
  readonly report: (error: unknown) => void;
}

/** Housekeeping that nobody waits for: merging the index, emptying old trash. May be cut off at any point. */
export function createUpkeep({ shelf, keepAwake, report }: UpkeepServices): Upkeep {
  let running = false;
  async function run(): Promise<void> {
    const sleep = keepAwake();
    try {
      const database = await shelf.database();
      await emptyOldTrash(database, Date.now());
      await navigator.locks.request('index-upkeep', { ifAvailable: true }, async (lock) => {
        if (lock !== null) await maintainIndex(database);
      });
    } finally {
      sleep();
    }
  }
  return {
    wake() {
      if (running) return;
      running = true;
      void run()
        .catch(report)
        .finally(() => (running = false));
    },
  };
}
