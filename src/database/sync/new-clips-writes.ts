import type { ClipId } from '../../core/clip/clip.ts';
import { articleFromLink } from '../../core/clip/article-from-link.ts';
import { bodyFromArticle } from '../../core/clip/clip-from-article.ts';
import { recordChanges } from '../change-writes.ts';
import type { Database } from '../database.ts';
import { takeImages, type TakenImage } from '../images/image-writes.ts';
import { indexClips } from '../search/clip-index.ts';
import { mustSend } from './sync-queries.ts';
import type { SyncImage, SyncPiece } from './sync-piece.ts';

type PutPiece = SyncPiece & { readonly kind: 'put' };

/**
 * Writes the clips of a batch that the library has nothing of, inside the caller's transaction: a fresh device gets thousands, and
 * each table takes all of them at once. Resolves with the pieces that are left, in their order.
 */
export async function takeNewClips(
  database: Database,
  jobId: string,
  pieces: readonly SyncPiece[],
  now: number,
): Promise<readonly SyncPiece[]> {
  const possible = pieces.filter(isNew);
  const ids = possible.map(({ whole }) => whole.clip.id);
  const keys = possible.map(({ whole }) => whole.clip.urlKey);
  const [here, pages, changes, kept] = await Promise.all([
    database.clips.where('id').anyOf(ids).primaryKeys(),
    database.clips.where('urlKey').anyOf(keys).toArray(),
    database.changes.bulkGet(ids),
    database.syncUndo.bulkGet(ids.map((id): [string, string] => [jobId, id])),
  ]);
  const known = new Set<ClipId>(here);
  for (const [index, id] of ids.entries())
    if (changes[index] !== undefined || kept[index] !== undefined) known.add(id);
  const taken = new Set(pages.map(({ urlKey }) => urlKey));
  const fresh = possible.filter(({ whole: { clip } }) => !known.has(clip.id) && !taken.has(clip.urlKey));
  await putNewClips(database, jobId, fresh, now);
  const written = new Set<SyncPiece>(fresh);
  return pieces.filter((piece) => !written.has(piece));
}

/** Nothing was here when it was read, and no other clip becomes this one. */
function isNew(piece: SyncPiece): piece is PutPiece {
  return (
    piece.kind === 'put' &&
    piece.aliases.length === 0 &&
    piece.records.length === 0 &&
    piece.expected.every(([clipId, at]) => clipId === piece.whole.clip.id && at === null)
  );
}

async function putNewClips(
  database: Database,
  jobId: string,
  pieces: readonly PutPiece[],
  now: number,
): Promise<void> {
  const wholes = pieces.map(({ whole }) => whole);
  const bodies = wholes.map(
    ({ clip, body }) => body ?? bodyFromArticle(clip.id, articleFromLink(clip.url, clip.title)),
  );
  const ids = wholes.map(({ clip }) => clip.id);
  await database.clips.bulkPut(wholes.map(({ clip }) => clip));
  await database.bodies.bulkPut(bodies);
  await database.versions.bulkAdd(
    wholes.flatMap(({ clip, versions }) => versions.map((version) => ({ ...version, clipId: clip.id }))),
  );
  await database.edits.bulkPut(
    wholes.flatMap(({ clip, edits }) => (edits === undefined ? [] : [{ ...edits, clipId: clip.id }])),
  );
  await database.highlights.bulkPut(wholes.flatMap(({ highlights = [] }) => highlights));
  await indexClips(wholes.map(({ clip }, index) => ({ clip, body: bodies[index] ?? { blocks: [] } })));
  for (const { whole, images } of pieces)
    if (images.length > 0) await takeImages(database, await takenImages(database, images), whole.clip.id);
  await recordChanges(database, ids, 'put', now);
  await database.syncUndo.bulkPut(ids.map((clipId) => ({ jobId, clipId, before: null, at: now })));
  await database.sharedClips.bulkPut(
    pieces.map(({ whole, common, own, strays }) => ({
      clipId: whole.clip.id,
      at: own === null && strays.length === 0 ? now : mustSend,
      common,
      own,
      strays,
    })),
  );
}

/** With the files that are here already; without those that are nowhere. */
export async function takenImages(database: Database, images: readonly SyncImage[]): Promise<TakenImage[]> {
  const taken = await Promise.all(
    images.map(async ({ url, hash, type, bytes }): Promise<TakenImage | null> => {
      if (bytes !== null) return { url, file: { hash, blob: new Blob([bytes], { type }) } };
      const file = await database.imageFiles.get(hash);
      return file === undefined ? null : { url, file };
    }),
  );
  return taken.flatMap((image) => image ?? []);
}
