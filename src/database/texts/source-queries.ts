import { selectionOf } from '../../core/clip/selection-fragment.ts';
import type { Clip, ClipId } from '../../core/clip/clip.ts';
import type { Database, SourceRow } from '../database.ts';

/** The page that a clip was made from, null where it was not kept. */
export async function sourceOf(database: Database, clipId: ClipId): Promise<SourceRow | null> {
  return (await database.sources.get(clipId)) ?? null;
}

/** Whether the clip can be made anew: what is kept of a passage is its whole page. */
export async function isSourceKept(database: Database, { id, url }: Clip): Promise<boolean> {
  return selectionOf(url) === null && (await database.sources.where('clipId').equals(id).count()) > 0;
}

/** The clips in the library whose page was kept. */
export async function clipsWithSource(database: Database): Promise<Clip[]> {
  const ids = await database.sources.toCollection().primaryKeys();
  const clips = await database.clips.bulkGet(ids);
  return clips.filter((clip) => clip !== undefined).filter((clip) => clip.trashedAt === null);
}

export async function clipsById(database: Database, clipIds: readonly ClipId[]): Promise<Clip[]> {
  const clips = await database.clips.bulkGet([...clipIds]);
  return clips.filter((clip) => clip !== undefined);
}
