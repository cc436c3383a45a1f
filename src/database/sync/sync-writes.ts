import type { ClipId } from '../../core/clip/clip.ts';
import { isSameTake } from '../../core/clip/clip-versions.ts';
import type { WholeClip } from '../../core/clip/whole-clip.ts';
import { unchangedSide } from '../../core/job/sync-work.ts';
import type { Database } from '../database.ts';
import { recordChanges } from '../change-writes.ts';
import { dropClips, setTrashed } from '../clips/clip-state-writes.ts';
import { takeImages } from '../images/image-writes.ts';
import { wholeClip } from '../transfer/whole-clip-queries.ts';
import { putWholeClip } from '../transfer/whole-clip-writes.ts';
import { describeTags } from '../transfer/restore-writes.ts';
import { write } from '../write.ts';
import { mustSend } from './sync-queries.ts';
import type { SharedTag, SyncBatch, SyncPiece } from './sync-piece.ts';

/**
 * Writes what a sync brings, with what it takes to undo it and what is known of the repository now, in one transaction. A clip
 * that the user changed since it was read is left as it is; the next look merges it.
 */
export async function takeSyncBatch(
  database: Database,
  jobId: string,
  { pieces, sent, tags, commit }: SyncBatch,
  now: number,
): Promise<void> {
  await write(database, 'sync', async () => {
    for (const piece of pieces) await takePiece(database, jobId, piece, now);
    for (const { clipId, at, common } of sent) {
      if (common === null) await database.sharedClips.delete(clipId);
      else await database.sharedClips.put({ clipId, at: at ?? 0, common, own: null, strays: [] });
    }
    await describeShared(database, tags);
    if (commit !== null) await database.syncState.put({ id: 'state', commit });
  });
}

/** Names and colours; a colour that is here is not taken away. */
async function describeShared(database: Database, tags: readonly SharedTag[]): Promise<void> {
  const rows = await database.tags.bulkGet(tags.map(({ key }) => key));
  await database.tags.bulkPut(
    tags.map(({ key, label, color }, index) => {
      const row = rows[index];
      return { key, label, usedAt: row?.usedAt ?? 0, color: color ?? row?.color ?? null };
    }),
  );
}

async function takePiece(database: Database, jobId: string, piece: SyncPiece, now: number): Promise<void> {
  for (const [clipId, at] of piece.expected) {
    if (((await database.changes.get(clipId))?.at ?? null) !== at) return;
  }
  if (piece.kind === 'delete') await deleteClips(database, jobId, piece.clipIds, now);
  else await putClip(database, jobId, piece, now);
  for (const { clipId, common } of piece.records) {
    if (common === null) await database.sharedClips.delete(clipId);
    else await database.sharedClips.put({ clipId, at: mustSend, common, own: null, strays: [] });
  }
}

async function deleteClips(
  database: Database,
  jobId: string,
  clipIds: readonly ClipId[],
  now: number,
): Promise<void> {
  for (const clipId of clipIds) await keepForUndo(database, jobId, clipId, now);
  await setTrashed(database, clipIds, now, now);
}

async function putClip(
  database: Database,
  jobId: string,
  piece: SyncPiece & { readonly kind: 'put' },
  now: number,
): Promise<void> {
  const { clip } = piece.whole;
  const before = await keepForUndo(database, jobId, clip.id, now);
  const isSameText = before?.clip.updatedAt === clip.updatedAt;
  const sourceAt = isSameText ? before.clip.sourceAt : null;
  const after: WholeClip = {
    ...piece.whole,
    clip: { ...clip, ...(sourceAt === undefined ? {} : { sourceAt }) },
  };
  await putWholeClip(database, before, after, now);
  await matchDeleted(database, before, after);
  const images = await Promise.all(piece.images.map((image) => takenImage(database, image)));
  await takeImages(
    database,
    images.flatMap((image) => image ?? []),
    clip.id,
  );
  await describeTags(database, clip.tags, now);
  await mergeAliases(database, jobId, clip.id, piece.aliases, now);
  // Also where nothing changed, so that what is known is of this moment.
  await recordChanges(database, [clip.id], 'put', now);
  const at = piece.own === null ? now : mustSend;
  const { common, own, strays } = piece;
  await database.sharedClips.put({
    clipId: clip.id,
    at: strays.length === 0 ? at : mustSend,
    common,
    own,
    strays,
  });
}

async function takenImage(
  database: Database,
  {
    url,
    hash,
    type,
    bytes,
  }: { url: string; hash: string; type: string; bytes: Uint8Array<ArrayBuffer> | null },
) {
  if (bytes !== null) return { url, file: { hash, blob: new Blob([bytes], { type }) } };
  const file = await database.imageFiles.get(hash);
  return file === undefined ? null : { url, file };
}

/** Versions and highlights as the other devices have them: what was deleted there goes. */
async function matchDeleted(database: Database, before: WholeClip | null, after: WholeClip): Promise<void> {
  if (before === null) return;
  const rows = await database.versions.where('clipId').equals(after.clip.id).toArray();
  const gone = rows.filter((row) => !after.versions.some((version) => isSameTake(version, row)));
  // What is said of a version that is here already.
  const told = rows.flatMap((row) => {
    const version = after.versions.find((each) => isSameTake(each, row));
    return version === undefined ? [] : [{ ...row, ...version }];
  });
  await database.versions.bulkPut(told);
  await database.versions.bulkDelete(gone.flatMap(({ id }) => id ?? []));
  const kept = new Set(after.highlights?.map(({ id }) => id));
  const highlights = before.highlights ?? [];
  await database.highlights.bulkDelete(highlights.flatMap(({ id }) => (kept.has(id) ? [] : [id])));
}

/** Of these clips all is in the one; a page source that it lacks comes along. */
async function mergeAliases(
  database: Database,
  jobId: string,
  into: ClipId,
  aliases: readonly ClipId[],
  now: number,
): Promise<void> {
  for (const clipId of aliases) {
    const alias = await keepForUndo(database, jobId, clipId, now);
    if (alias === null) continue;
    if (alias.source !== null && (await database.sources.get(into)) === undefined)
      await database.sources.put({ ...alias.source, clipId: into });
    await dropClips(database, [clipId], now);
  }
}

/** How the clip was before the sync, once for each sync; what it was now. */
async function keepForUndo(
  database: Database,
  jobId: string,
  clipId: ClipId,
  now: number,
): Promise<WholeClip | null> {
  const whole = await wholeClip(database, clipId);
  const kept = await database.syncUndo.get([jobId, clipId]);
  const before = kept === undefined ? whole : kept.before;
  await database.syncUndo.put({ jobId, clipId, before, at: now });
  return whole;
}

/**
 * Puts back what a sync changed here, where nobody changed it since; what came with it goes to the trash. The next sync tells the
 * repository, as a commit of its own.
 */
export async function undoSync(database: Database, jobId: string, now: number): Promise<void> {
  await write(database, 'sync', async () => {
    const job = await database.jobs.get(jobId);
    if (job?.sync === undefined) return;
    for (const { clipId, before, at } of await database.syncUndo.where('jobId').equals(jobId).toArray()) {
      if ((await database.changes.get(clipId))?.at !== at) continue;
      if (before === null) await setTrashed(database, [clipId], now, now);
      else await putWholeClip(database, await wholeClip(database, clipId), before, now);
      await recordChanges(database, [clipId], 'put', now);
    }
    await database.syncUndo.where('jobId').equals(jobId).delete();
    await database.jobs.put({ ...job, sync: { ...job.sync, here: unchangedSide, undone: true } });
  });
}

/** Forgets what is known of a repository. The library stays. */
export async function forgetSync(database: Database): Promise<void> {
  await write(database, 'sync', async () => {
    await database.sharedClips.clear();
    await database.syncState.clear();
    await database.syncUndo.clear();
  });
}
