import { selectionOf } from '../../core/clip/selection-fragment.ts';
import type { Clip, ClipId } from '../../core/clip/clip.ts';
import { isPageOf } from '../../core/clip/kept-page.ts';
import type { Database, SourceRow } from '../database.ts';

/** The page that a clip's text was made from, null where it was not kept, or what is kept is another text's. */
export async function sourceOf(database: Database, clip: Clip): Promise<SourceRow | null> {
  const source = await database.sources.get(clip.id);
  return source !== undefined && isPageOf(clip, source) ? source : null;
}

/** Whether the clip can be made anew: what is kept of a passage is its whole page. */
export async function isSourceKept(database: Database, clip: Clip): Promise<boolean> {
  return selectionOf(clip.url) === null && (await sourceOf(database, clip)) !== null;
}

/** The clips in the library whose page was kept. */
export async function clipsWithSource(database: Database): Promise<Clip[]> {
  const ids = await database.sources.toCollection().primaryKeys();
  const clips = await database.clips.bulkGet(ids);
  return clips
    .filter((clip) => clip !== undefined)
    .filter((clip) => clip.trashedAt === null && clip.sourceAt !== null);
}

/** The rows of these clips, in the same order; what is gone is left out. */
export async function clipsById(database: Database, clipIds: readonly ClipId[]): Promise<Clip[]> {
  const clips = await database.clips.bulkGet([...clipIds]);
  return clips.filter((clip) => clip !== undefined);
}
