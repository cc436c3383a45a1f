import type { Clip, ClipId } from '../../core/clip/clip.ts';
import { Failure } from '../../core/failure.ts';
import { recordChanges, recordEdits } from '../change-writes.ts';
import { indexClip, indexLabels, unindexClips } from '../search/clip-index.ts';
import type { Database } from '../database.ts';
import { dropImages } from '../images/image-writes.ts';
import { write } from '../write.ts';

/** The fields of a clip that the user may change by hand. */
export type ClipChanges = Partial<
  Pick<Clip, 'title' | 'author' | 'publishedAt' | 'note' | 'readAt' | 'starred'>
>;

/** Writes what the user changed by hand. Throws `clip/not-found` and `store/*`. */
export async function editClip(
  database: Database,
  clipId: ClipId,
  changes: ClipChanges,
  now: number,
): Promise<void> {
  await write(database, 'edit', async () => {
    const clip = await database.clips.get(clipId);
    if (clip === undefined) throw new Failure('clip/not-found', clipId);
    const changed = { ...clip, ...changes, ...editedFields(clip, changes, now) };
    await database.clips.put(changed);
    // A title is indexed with the text; the rest apart from it.
    if (changes.title === undefined) await indexLabels([changed]);
    else await indexClip(changed, (await database.bodies.get(clipId)) ?? { blocks: [] });
    await recordEdits(database, [{ before: clip, after: changed }], now);
  });
}

const editable = ['title', 'author', 'publishedAt'] as const;

/** Notes which of the page's own fields the user has changed, now or before. */
function editedFields(clip: Clip, changes: ClipChanges, at: number): Pick<Clip, 'edited' | 'editedAt'> {
  const now = editable.filter((field) => changes[field] !== undefined && changes[field] !== clip[field]);
  return now.length === 0 ? {} : { edited: [...new Set([...(clip.edited ?? []), ...now])], editedAt: at };
}

/** Puts clips in the trash, where they stay whole, or takes them out again (`trashedAt` null). Unknown ids are passed over. */
export async function setTrashed(
  database: Database,
  clipIds: readonly ClipId[],
  trashedAt: number | null,
  now: number,
): Promise<void> {
  await write(database, 'edit', async () => {
    const clips = (await database.clips.bulkGet([...clipIds])).filter((clip) => clip !== undefined);
    const changed = clips.map((clip) => ({ ...clip, trashedAt }));
    await database.clips.bulkPut(changed);
    await indexLabels(changed);
    await recordChanges(
      database,
      changed.map((clip) => clip.id),
      'put',
      now,
    );
  });
}

/** Clips deleted in one transaction: so few that a search between two of them is answered at once. */
const deletedAtOnce = 20;

/**
 * Deletes clips for good, with all that belongs to them; only those in the trash. Returns how many were deleted. Many go in
 * pieces, each whole: where the worker dies in between, the others still lie in the trash.
 */
export async function deleteTrashed(
  database: Database,
  clipIds: readonly ClipId[],
  now: number,
): Promise<number> {
  let deleted = 0;
  for (let start = 0; start < clipIds.length; start += deletedAtOnce) {
    const piece = clipIds.slice(start, start + deletedAtOnce);
    deleted += await write(database, 'delete', () => deleteInTrash(database, piece, now));
    // Requests that came meanwhile are answered first.
    await new Promise((resolve) => {
      setTimeout(resolve);
    });
  }
  return deleted;
}

/** The same inside the caller's transaction. */
export async function deleteInTrash(
  database: Database,
  clipIds: readonly ClipId[],
  now: number,
): Promise<number> {
  const clips = (await database.clips.bulkGet([...clipIds])).filter((clip) => clip !== undefined);
  const ids = clips.filter((clip) => clip.trashedAt !== null).map((clip) => clip.id);
  await dropClips(database, ids, now);
  return ids.length;
}

/** Deletes clips with all that belongs to them, inside the caller's transaction. */
export async function dropClips(database: Database, ids: readonly ClipId[], now: number): Promise<void> {
  await unindexClips(ids);
  await database.clips.bulkDelete([...ids]);
  await database.bodies.bulkDelete([...ids]);
  await database.sources.bulkDelete([...ids]);
  await database.versions.where('clipId').anyOf(ids).delete();
  await database.edits.bulkDelete([...ids]);
  await database.highlights.where('clipId').anyOf(ids).delete();
  await dropImages(database, ids);
  await recordChanges(database, ids, 'delete', now);
}
