import { emptyOldTrash } from '../storage/clips/shelf-writes.ts';
import { maintainIndex } from '../storage/search/index-upkeep.ts';
import type { Database } from '../storage/database.ts';
import type { Shelf } from './shelf.ts';
import { type WorkLoop, type WorkerLife, createWorkLoop } from './work-loop.ts';

/**
 * Housekeeping that nobody waits for: merging the index, emptying old trash. May be cut off at any point; kept awake,
 * since an index of 10,000 clips takes longer to build than a browser lets an idle worker live.
 */
export function createUpkeep(
  shelf: Shelf,
  life: WorkerLife,
  note: (database: Database) => Promise<void>,
): WorkLoop {
  return createWorkLoop(life, async () => {
    const database = await shelf.database();
    await note(database);
    await emptyOldTrash(database, Date.now());
    await navigator.locks.request('index-upkeep', { ifAvailable: true }, async (lock) => {
      if (lock !== null) await maintainIndex(database);
    });
    return false;
  });
}
