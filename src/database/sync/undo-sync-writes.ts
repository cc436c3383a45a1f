import type { ClipId } from '../../core/clip/clip.ts';
import type { WholeClip } from '../../core/clip/whole-clip.ts';
import { unchangedSide } from '../../core/job/sync-work.ts';
import { setTrashed } from '../clips/clip-state-writes.ts';
import type { Database, SyncUndoRow } from '../database.ts';
import { settleHighlights } from '../highlights/highlight-writes.ts';
import { isTagUsed } from '../tags/tag-row-writes.ts';
import type { KeptClip } from '../transfer/kept-clip.ts';
import { keptClip, putKeptClips } from '../transfer/kept-clip-writes.ts';
import { write } from '../write.ts';

/** How the clip was before the sync, once for each sync, inside the caller's transaction; resolves with what it was just now. */
export async function keepForUndo(
  database: Database,
  jobId: string,
  clipId: ClipId,
  now: number,
): Promise<WholeClip | null> {
  const isHere = (await database.clips.where('id').equals(clipId).count()) > 0;
  const there = isHere ? await keptClip(database, clipId) : null;
  const kept = await database.syncUndo.get([jobId, clipId]);
  await database.syncUndo.put({ jobId, clipId, before: kept === undefined ? there : kept.before, at: now });
  return there?.whole ?? null;
}

/**
 * Makes each clip exactly what it was before a sync, where nobody changed it since; what came with the sync goes to the trash.
 * The next sync tells the repository, as a commit of its own. Throws `store/…`.
 */
export async function undoSync(database: Database, jobId: string, now: number): Promise<void> {
  await write(database, 'sync', async () => {
    const job = await database.jobs.get(jobId);
    if (job?.sync === undefined) return;
    const rows = await database.syncUndo.where('jobId').equals(jobId).toArray();
    const untouched: SyncUndoRow[] = [];
    for (const row of rows) if ((await database.changes.get(row.clipId))?.at === row.at) untouched.push(row);
    const added = untouched.filter(({ before }) => before === null).map(({ clipId }) => clipId);
    await setTrashed(database, added, now, now);
    const before = untouched.flatMap((row) => row.before ?? []);
    await putKeptClips(database, await withoutDoubles(database, before), now);
    // Highlights may have gone back to where they were.
    for (const clip of await database.clips.bulkGet(added))
      if (clip?.highlights !== undefined) await settleHighlights(database, clip, [], now);
    await database.aliases.bulkDelete(before.map(({ whole }) => whole.clip.id));
    await dropNewTags(database, job.createdAt);
    await database.syncUndo.where('jobId').equals(jobId).delete();
    await database.jobs.put({ ...job, sync: { ...job.sync, here: unchangedSide, undone: true } });
  });
}

/** Not a clip whose page has become another one's that was changed since: a page has one. */
async function withoutDoubles(database: Database, kept: readonly KeptClip[]): Promise<readonly KeptClip[]> {
  const put = new Set(kept.map(({ whole }) => whole.clip.id));
  const keys = kept.map(({ whole }) => whole.clip.urlKey);
  const living = await database.clips.where('urlKey').anyOf(keys).toArray();
  const taken = new Set(
    living.filter(({ id, trashedAt }) => trashedAt === null && !put.has(id)).map(({ urlKey }) => urlKey),
  );
  return kept.filter(({ whole }) => whole.clip.trashedAt !== null || !taken.has(whole.clip.urlKey));
}

/** Tags that came with the sync, and that nothing has. */
async function dropNewTags(database: Database, since: number): Promise<void> {
  const rows = await database.tags.where('usedAt').aboveOrEqual(since).toArray();
  for (const { key, color } of rows)
    if (color === null && !(await isTagUsed(database, key))) await database.tags.delete(key);
}
