import type { ClipId } from '../core/clip/clip.ts';
import type { ChangeRow, Database } from './database.ts';

/** Notes, inside the caller's transaction, that these clips changed: what an incremental backup has to look at. */
export async function recordChanges(
  database: Database,
  clipIds: readonly ClipId[],
  kind: ChangeRow['kind'],
  at: number,
): Promise<void> {
  await database.changes.bulkPut(clipIds.map((clipId) => ({ clipId, at, kind })));
}
