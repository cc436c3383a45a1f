import { maintainIndex } from '../database/search/index-maintenance.ts';
import type { Database } from '../database/database.ts';
import { mendPictures } from './mend-pictures.ts';
import type { Library } from './library.ts';
import { type Settings, emptyOldTrash } from './old-trash.ts';
import { type WorkLoop, type WorkerLife, createWorkLoop } from './work-loop.ts';

/**
 * Housekeeping that nobody waits for: merging the index, emptying old trash. May be cut off at any point; kept awake,
 * since an index of 10,000 clips takes longer to build than a browser lets an idle worker live.
 */
export function createMaintenance(
  library: Library,
  life: WorkerLife,
  note: (database: Database) => Promise<void>,
  settings: Settings,
): WorkLoop {
  return createWorkLoop(life, async () => {
    const database = await library.database();
    await note(database);
    await emptyOldTrash(database, settings, Date.now());
    await tidyIndex(database);
    // Clips that came while the index was being built wait for it.
    library.wakeRules?.();
    await mendPictures(database, settings, Date.now());
    return false;
  });
}

/** Merges what writes left in the index; whoever else is at it already, does it. */
export async function tidyIndex(database: Database): Promise<void> {
  await navigator.locks.request('index-maintenance', { ifAvailable: true }, async (lock) => {
    if (lock !== null) await maintainIndex(database);
  });
}
