import type { Clip, ClipId } from '../../core/clip/clip.ts';
import { placeOfBoth } from '../../core/clip/reading-place.ts';
import { isSameTake } from '../../core/clip/clip-versions.ts';
import { type WholeClip, tagKeysOf } from '../../core/clip/whole-clip.ts';
import type { Database } from '../database.ts';
import { recordChanges } from '../change-writes.ts';
import { dropClips, setTrashed } from '../clips/clip-state-writes.ts';
import { movingHighlights } from '../highlights/moved-highlights.ts';
import { takeImages } from '../images/image-writes.ts';
import { indexingAtOnce } from '../search/clip-index.ts';
import { putWholeClip } from '../transfer/whole-clip-writes.ts';
import { describeTags } from '../transfer/restore-writes.ts';
import { write } from '../write.ts';
import { livingOfPages, mustSend, syncState } from './sync-queries.ts';
import { takeValues } from './values-writes.ts';
import { takeNewClips, takenImages } from './new-clips-writes.ts';
import { keepForUndo } from './undo-sync-writes.ts';
import type { SyncBatch, SyncPiece } from './sync-piece.ts';

/**
 * Writes what a sync brings, with what it takes to undo it and what is known of the repository now, in one transaction. A clip
 * that the user changed since it was read is left as it is; the next look merges it.
 */
export async function takeSyncBatch(
  database: Database,
  jobId: string,
  batch: SyncBatch,
  now: number,
): Promise<void> {
  const { pieces, sent, values = null } = batch;
  await write(database, 'sync', async () => {
    if (values !== null) await takeValues(database, values);
    const tags = pieces.flatMap((piece) => (piece.kind === 'put' ? tagKeysOf(piece.whole) : []));
    await describeTags(database, [...new Set(tags)], now);
    const highlights = pieces.flatMap((piece) =>
      piece.kind === 'put' ? (piece.whole.highlights ?? []) : [],
    );
    const takePieces = async () => {
      for (const piece of await takeNewClips(database, jobId, pieces, now))
        await takePiece(database, jobId, piece, now);
    };
    await indexingAtOnce(() => movingHighlights(database, highlights, takePieces));
    for (const { clipId, at, common } of sent) {
      if (common === null) await database.sharedClips.delete(clipId);
      else await database.sharedClips.put({ clipId, at: at ?? 0, common, own: null, strays: [] });
    }
    const touched = pieces.flatMap(({ expected, records }) => [
      ...expected.map(([id]) => id),
      ...idsOf(records),
    ]);
    await markSent(database, [...touched, ...idsOf(sent)]);
    await noteState(database, batch);
  });
}

function idsOf(rows: readonly { readonly clipId: ClipId }[]): readonly ClipId[] {
  return rows.map(({ clipId }) => clipId);
}

/** Takes the mark off changes that the repository has now, or that need not be told: what is gone on both sides. */
async function markSent(database: Database, ids: readonly ClipId[]): Promise<void> {
  const { changes, clips, sharedClips } = database;
  const unsent = (await changes.bulkGet([...new Set(ids)])).filter((row) => row?.unsent !== undefined);
  const rows = unsent.filter((row) => row !== undefined);
  const known = await sharedClips.bulkGet(rows.map(({ clipId }) => clipId));
  const unknown = rows.filter((_row, index) => known[index] === undefined).map(({ clipId }) => clipId);
  const kept = (await clips.bulkGet(unknown)).filter((clip) => clip !== undefined);
  const living = new Set(kept.filter(({ trashedAt }) => trashedAt === null).map(({ id }) => id));
  const sent = rows.filter(({ clipId, at }, index) =>
    known[index] === undefined ? !living.has(clipId) : known[index].at === at,
  );
  await changes.bulkPut(sent.map(({ unsent: _mark, ...row }) => row));
}

async function noteState(database: Database, { commit, partOf, isCompared }: SyncBatch): Promise<void> {
  const before = await syncState(database);
  const compared = { ...before, isCompared: before.isCompared || isCompared === true };
  if (commit !== null) await database.syncState.put({ ...compared, commit, begun: [] });
  // Until all of it is here, what differs from this commit is looked for as well.
  else if (partOf !== undefined && !before.begun.includes(partOf))
    await database.syncState.put({ ...before, begun: [...before.begun, partOf] });
}

async function takePiece(database: Database, jobId: string, piece: SyncPiece, now: number): Promise<void> {
  for (const [clipId, at] of piece.expected) {
    if (((await database.changes.get(clipId))?.at ?? null) !== at) return;
  }
  if (piece.kind === 'put' && (await hasAnotherOfPage(database, piece))) return;
  if (piece.kind === 'delete') await deleteClips(database, jobId, piece.clipIds, now);
  else await putClip(database, jobId, piece, now);
  for (const { clipId, common } of piece.records) {
    if (common === null) await database.sharedClips.delete(clipId);
    else await database.sharedClips.put({ clipId, at: mustSend, common, own: null, strays: [] });
  }
}

/** The user saved the page meanwhile, or took it out of the trash: the next look makes one of both. */
async function hasAnotherOfPage(
  database: Database,
  { whole, aliases }: SyncPiece & { readonly kind: 'put' },
): Promise<boolean> {
  const own = new Set([whole.clip.id, ...aliases]);
  return (await livingOfPages(database, [whole.clip.urlKey])).some((id) => !own.has(id));
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
  // Before the highlights of these become the clip's.
  const aliases: WholeClip[] = [];
  for (const id of piece.aliases) {
    const alias = await keepForUndo(database, jobId, id, now);
    if (alias !== null) aliases.push(alias);
  }
  const isSameText = before?.clip.updatedAt === clip.updatedAt;
  const sourceAt = isSameText ? before.clip.sourceAt : null;
  const after: WholeClip = {
    ...piece.whole,
    clip: {
      ...clip,
      ...(sourceAt === undefined ? {} : { sourceAt }),
      ...(await placeIn(database, [clip.id, ...piece.aliases])),
    },
  };
  await putWholeClip(database, before, after, now);
  await matchDeleted(database, before, after);
  await takeImages(database, await takenImages(database, piece.images), clip.id);
  await mergeAliases(database, clip.id, aliases, now);
  // Also where nothing changed, so that what is known is of this moment.
  if (before !== null) await recordChanges(database, [clip.id], 'put', now);
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

/** Where the user is in the article of these clips, which are one: it does not come with the clip. */
async function placeIn(database: Database, clipIds: readonly ClipId[]): Promise<Pick<Clip, 'reading'>> {
  const clips = await database.clips.bulkGet([...clipIds]);
  return clips.reduce<Pick<Clip, 'reading'>>((place, clip) => placeOfBoth(place, clip ?? {}), {});
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
  into: ClipId,
  aliases: readonly WholeClip[],
  now: number,
): Promise<void> {
  for (const { clip, source } of aliases) {
    const clipId = clip.id;
    if (source !== null && (await database.sources.get(into)) === undefined)
      await database.sources.put({ ...source, clipId: into });
    await dropClips(database, [clipId], now);
    // Whoever was led to the alias is led on.
    await database.aliases.where('clipId').equals(clipId).modify({ clipId: into });
    await database.aliases.put({ id: clipId, clipId: into });
  }
}

/** Forgets what is known of a repository. The library stays. */
export async function forgetSync(database: Database): Promise<void> {
  await write(database, 'sync', async () => {
    await database.sharedClips.clear();
    await database.syncState.clear();
    await database.sharedValues.clear();
    await database.syncUndo.clear();
  });
}
