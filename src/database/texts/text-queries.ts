import type { ClipId, ClipBody, Clip } from '../../core/clip/clip.ts';
import type { Database, VersionRow, SourceRow } from '../database.ts';
import type { ArticleEdits } from '../../core/clip/article-edits.ts';
import { selectionOf } from '../../core/clip/selection-fragment.ts';
import { isPageOf } from '../../core/clip/kept-page.ts';

/** Earlier versions of a clip, the latest first. */
export async function versionsOf(database: Database, clipId: ClipId): Promise<VersionRow[]> {
  const versions = await database.versions.where('clipId').equals(clipId).toArray();
  return versions.sort((a, b) => b.takenAt - a.takenAt);
}

/** How many earlier texts a clip has. */
export async function versionCount(database: Database, clipId: ClipId): Promise<number> {
  return await database.versions.where('clipId').equals(clipId).count();
}

/** The user's edits of an article, with its original; null where there are none. */
export async function editsOf(database: Database, clipId: ClipId): Promise<ArticleEdits | null> {
  return (await database.edits.get(clipId)) ?? null;
}

/** The body as it was extracted, without the user's edits; inside the caller's transaction. */
export async function originalOf(database: Database, body: ClipBody): Promise<ClipBody> {
  return (await database.edits.get(body.clipId))?.original ?? body;
}

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
