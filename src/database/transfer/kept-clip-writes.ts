import type { ClipId } from '../../core/clip/clip.ts';
import type { ClipImage } from '../../core/image/image.ts';
import { recordChanges } from '../change-writes.ts';
import type { Database } from '../database.ts';
import { indexClip } from '../search/clip-index.ts';
import type { KeptClip } from './kept-clip.ts';
import { wholeClip } from './whole-clip-queries.ts';

/** Inside the caller's transaction; null where there is no such clip. */
export async function keptClip(database: Database, clipId: ClipId): Promise<KeptClip | null> {
  const whole = await wholeClip(database, clipId);
  if (whole === null) return null;
  return { whole, images: await database.images.where('clipId').equals(clipId).toArray() };
}

/**
 * Makes these clips exactly what was kept, inside the caller's transaction: what came since (versions, highlights, pictures) goes.
 * A picture whose file is gone meanwhile waits to be had again.
 */
export async function putKeptClips(
  database: Database,
  kept: readonly KeptClip[],
  now: number,
): Promise<void> {
  const ids = kept.map(({ whole }) => whole.clip.id);
  const shown = await database.images.where('clipId').anyOf(ids).toArray();
  await database.images.bulkDelete(shown.map(({ clipId, url }): [string, string] => [clipId, url]));
  for (const each of kept) await putOne(database, each);
  // Once all are back: two of them may show one picture.
  for (const hash of hashesOf(shown))
    if ((await database.images.where('hash').equals(hash).count()) === 0)
      await database.imageFiles.delete(hash);
  await recordChanges(database, ids, 'put', now);
}

async function putOne(
  database: Database,
  { whole: { clip, body, versions, source, edits, highlights = [] }, images }: KeptClip,
): Promise<void> {
  const clipId = clip.id;
  await database.clips.put(clip);
  if (body === null) await database.bodies.delete(clipId);
  else await database.bodies.put(body);
  await database.versions.where('clipId').equals(clipId).delete();
  await database.versions.bulkAdd(versions.map((version) => ({ ...version, clipId })));
  if (source === null) await database.sources.delete(clipId);
  else await database.sources.put({ ...source, clipId });
  if (edits === undefined) await database.edits.delete(clipId);
  else await database.edits.put({ ...edits, clipId });
  await database.highlights.where('clipId').equals(clipId).delete();
  await database.highlights.bulkPut([...highlights]);
  const files = new Set(await database.imageFiles.where('hash').anyOf(hashesOf(images)).primaryKeys());
  await database.images.bulkPut(
    images.map((image) =>
      image.hash === null || files.has(image.hash)
        ? image
        : { ...image, state: 'waiting', hash: null, attempts: 0, notBefore: 0 },
    ),
  );
  await indexClip(clip, body ?? { blocks: [] });
}

function hashesOf(images: readonly ClipImage[]): string[] {
  return [...new Set(images.flatMap(({ hash }) => hash ?? []))];
}
