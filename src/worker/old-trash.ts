import {
  countTrashDay,
  isTrashDay,
  keptTrashDays,
  parseTrashDays,
  trashDaysName,
} from '../core/library/trash-days.ts';
import { deleteTrashed } from '../database/clips/clip-state-writes.ts';
import { trashedClips } from '../database/clips/clip-queries.ts';
import type { Database } from '../database/database.ts';

export interface Settings {
  readonly read: (name: string) => Promise<unknown>;
  readonly write: (name: string, value: object) => Promise<void>;
}

/** Deletes what has been in the trash for 30 days, counted one by one (core/library/trash-days.ts). Returns how many. */
export async function emptyOldTrash(
  database: Database,
  { read, write }: Settings,
  now: number,
): Promise<number> {
  const before = parseTrashDays(await read(trashDaysName));
  // Not to read the whole trash after each command.
  if (!isTrashDay(before, now)) return 0;
  const { days, due } = countTrashDay(before, await trashedClips(database, Infinity), now);
  const deleted = due.length === 0 ? 0 : await deleteTrashed(database, due, now);
  // After the deletion: who dies in between counts this day again, and finds the clips gone.
  if (days !== before) await write(trashDaysName, keptTrashDays(days));
  return deleted;
}
