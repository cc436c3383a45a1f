import type { Clip, ClipId } from '../../core/clip/clip.ts';
import type { Database } from '../database.ts';

/** Rows of one read: enough to be few reads, few enough for a page to paint between two. */
const chunkSize = 2000;

/** All rows of the library and its trash, in chunks, in no order of use. */
export async function eachRowChunk(
  database: Database,
  onChunk: (clips: readonly Clip[]) => void,
): Promise<void> {
  for (let last = ''; ;) {
    // By primary key: one getAll, where an index would take a cursor.
    const clips = await database.clips.where('id').above(last).limit(chunkSize).toArray();
    onChunk(clips);
    const end = clips.at(-1);
    if (end === undefined || clips.length < chunkSize) return;
    last = end.id;
  }
}

/** When the library last changed, epoch ms; 0 where it never did. */
export async function lastChangeAt(database: Database): Promise<number> {
  return (await database.changes.orderBy('at').last())?.at ?? 0;
}

export interface RowChanges {
  /** Clips that changed at or after the asked time, as they are now; null where they are gone. */
  readonly rows: ReadonlyMap<ClipId, Clip | null>;
  /** The time to ask from next. */
  readonly until: number;
}

/** The rows that changed at or after `since` (ms), null for a deleted clip, and the time up to which that holds. */
export async function rowChangesSince(database: Database, since: number): Promise<RowChanges> {
  const changes = await database.changes.where('at').aboveOrEqual(since).toArray();
  const clips = await database.clips.bulkGet(changes.map((change) => change.clipId));
  return {
    rows: new Map(changes.map((change, index) => [change.clipId, clips[index] ?? null])),
    until: changes.reduce((latest, change) => Math.max(latest, change.at), since),
  };
}

/** Whether a clip was ever stored, be it deleted since. Looks at one row: the worker asks whenever it starts. */
export async function everChanged(database: Database): Promise<boolean> {
  return (await database.changes.limit(1).count()) > 0;
}
