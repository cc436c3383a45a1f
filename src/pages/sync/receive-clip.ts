import type { ClipId } from '../../core/clip/clip.ts';
import { isSameClip } from '../../core/sync/join-clips.ts';
import type { SharedClip } from '../../core/sync/shared-clip.ts';
import { imageType } from '../../core/image/image-type.ts';
import { sha256 } from '../../disk/sha256.ts';
import { isProblem, readSharedText } from '../../formats/repository/read-clip.ts';
import { textPath } from '../../formats/repository/repository-files.ts';
import { wholeOfShared } from '../../formats/repository/share-clip.ts';
import type { SharedText } from '../../formats/repository/shared-text.ts';
import { clipPaths } from '../../formats/repository/write-clip.ts';
import type { Carrier } from './carrier.ts';
import type { ChangeRow, Database } from '../../database/database.ts';
import { localClip } from '../../database/sync/local-clip-queries.ts';
import { sharedRow } from '../../database/sync/sync-queries.ts';
import type { SyncImage, SyncPiece } from '../../database/sync/sync-piece.ts';
import { shareLocal } from './share-local.ts';
import type { PlannedClip } from './plan-sync.ts';
import { type RemoteChanges, recordThere } from './remote-changes.ts';

export interface ReceiveDependencies {
  readonly database: Database;
  readonly repository: Carrier;
  readonly head: string;
  readonly device: string;
  readonly changes: RemoteChanges;
  /** The last change of each clip just now. */
  readonly log: ReadonlyMap<ClipId, ChangeRow | null>;
}

/**
 * What the worker is to write for a merged clip. Its texts and pictures are read from the repository, or from here. `stale`: the
 * user changed the clip since it was merged. `unreadable`: the repository names a text and does not have it.
 */
export async function receiveClip(
  dependencies: ReceiveDependencies,
  { merged, readAt }: PlannedClip,
): Promise<SyncPiece | 'stale' | 'unreadable'> {
  const { clip, ours, clipIds } = merged;
  for (const [id, at] of readAt) if ((dependencies.log.get(id)?.at ?? null) !== at) return 'stale';
  const expected = [...readAt];
  if (clip === null) {
    const records = await recordsOf(dependencies, clipIds);
    return { kind: 'delete', clipIds: ours.map(({ id }) => id), records, expected };
  }
  const isOther = (id: ClipId) => id !== clip.id;
  const texts = await textsOf(dependencies, clip, merged);
  if (!texts.has(clip.text.value.hash)) return 'unreadable';
  const [record] = await recordsOf(dependencies, [clip.id]);
  const common = record?.common ?? null;
  return {
    kind: 'put',
    whole: wholeOfShared(clip, texts),
    common,
    own: common !== null && isSameClip(common, clip) ? null : clip,
    images: await imagesOf(dependencies, clip),
    strays: dependencies.changes.strays.get(clip.id) ?? [],
    // What is in the trash here and was not merged stays there.
    aliases: ours.map(({ id }) => id).filter(isOther),
    records: await recordsOf(dependencies, clipIds.filter(isOther)),
    expected,
  };
}

/** What the repository has of these clips. */
async function recordsOf(
  { database, changes }: ReceiveDependencies,
  ids: readonly ClipId[],
): Promise<SyncPiece['records']> {
  const records: { clipId: ClipId; common: SharedClip | null }[] = [];
  for (const clipId of ids) {
    const changed = recordThere(changes, clipId);
    const common = changed === undefined ? ((await sharedRow(database, clipId))?.common ?? null) : changed;
    records.push({ clipId, common });
  }
  return records;
}

async function textsOf(
  { database, repository, head, device, changes }: ReceiveDependencies,
  clip: SharedClip,
  { ours, theirs }: PlannedClip['merged'],
): Promise<ReadonlyMap<string, SharedText>> {
  const texts = new Map<string, SharedText>();
  const missing = new Set(clipPaths(clip).texts.keys());
  const take = async (path: string, bytes: Uint8Array<ArrayBuffer>, hash: string) => {
    const text = await readSharedText(path, bytes, hash);
    if (isProblem(text)) return;
    texts.set(hash, text);
    missing.delete(hash);
  };
  for (const hash of clipPaths(clip).texts.keys()) {
    const written = changes.texts.get(hash);
    if (written !== undefined) await take('', written, hash);
    for (const one of [clip, ...theirs]) {
      if (!missing.has(hash)) break;
      const path = textPath(one, hash);
      const blob = await repository.find(head, path);
      if (blob !== null) await take(path, await repository.read(blob), hash);
    }
  }
  for (const { id } of ours) {
    if (missing.size === 0) break;
    const own = await localClip(database, id);
    if (own === null) continue;
    const { texts: local } = await shareLocal(own, null, device, null);
    for (const [hash, bytes] of local) if (missing.has(hash)) await take('', bytes, hash);
  }
  return texts;
}

/** The pictures that are not here, by their bytes; one that the repository lacks, or that is none, is left out. */
async function imagesOf(
  { database, repository, head }: ReceiveDependencies,
  clip: SharedClip,
): Promise<readonly SyncImage[]> {
  const images: SyncImage[] = [];
  const { assets } = clipPaths(clip);
  for (const [url, { hash }] of clip.images) {
    const there = await database.images.get([clip.id, url]);
    if (there?.state === 'stored') continue;
    const kept = await database.imageFiles.get(hash);
    if (kept !== undefined) {
      images.push({ url, hash, type: kept.blob.type, bytes: null });
      continue;
    }
    const blob = await repository.find(head, assets.get(url) ?? '');
    if (blob === null) continue;
    const bytes = await repository.read(blob);
    const type = imageType(bytes);
    if (type !== null && (await sha256(bytes)) === hash) images.push({ url, hash, type, bytes });
  }
  return images;
}
