import type { ClipId } from '../../core/clip/clip.ts';
import type { ClipImage } from '../../core/image/image.ts';
import { isWebAddress } from '../../core/parse-url.ts';
import type { Database, ImageFileRow } from '../database.ts';
import { recordChanges } from '../change-writes.ts';
import { write } from '../write.ts';

/** Of one clip; a page with more is no article's pictures. */
const mostImages = 300;

/**
 * Journals the pictures of a clip, inside the caller's transaction: what is not kept waits to be had, what failed
 * earlier is tried again.
 */
export async function listImages(
  database: Database,
  clipId: ClipId,
  urls: readonly string[],
  tabId: number | null,
): Promise<void> {
  const wanted = [...new Set(urls)].filter(isWebAddress).slice(0, mostImages);
  const rows = await database.images.bulkGet(wanted.map((url): [string, string] => [clipId, url]));
  const fresh = {
    clipId,
    state: 'waiting',
    hash: null,
    tabId,
    attempts: 0,
    notBefore: 0,
    code: null,
  } as const;
  await database.images.bulkPut(
    wanted.flatMap((url, index) => (rows[index]?.state === 'stored' ? [] : [{ ...fresh, url }])),
  );
}

/** Asks for the pictures of a clip that are not kept. */
export async function wantImages(database: Database, clipId: ClipId, urls: readonly string[]): Promise<void> {
  await write(database, 'image', () => listImages(database, clipId, urls, null));
}

/** Records how it went, with the file where there is one. Nothing happens where the clip is gone meanwhile. */
export async function recordImage(
  database: Database,
  image: ClipImage,
  file: ImageFileRow | null = null,
  now = Date.now(),
): Promise<void> {
  await write(database, 'image', async () => {
    if ((await database.images.where({ clipId: image.clipId, url: image.url }).count()) === 0) return;
    if (file !== null) await keepFile(database, file);
    await database.images.put(image);
    if (image.state === 'stored') await recordChanges(database, [image.clipId], 'put', now);
  });
}

/** The row of a picture whose file is there. */
function storedImage(clipId: ClipId, url: string, hash: string): ClipImage {
  return { clipId, url, state: 'stored', hash, tabId: null, attempts: 0, notBefore: 0, code: null };
}

/** A picture that comes with a clip from a file. */
export interface TakenImage {
  readonly url: string;
  readonly file: ImageFileRow;
}

/** Keeps those whose files are not there, inside the caller's transaction: a picture that we have stays ours. */
export async function takeImages(
  database: Database,
  images: readonly TakenImage[],
  clipId: ClipId,
): Promise<void> {
  for (const { url, file } of images) {
    if ((await database.images.get([clipId, url]))?.state === 'stored') continue;
    await keepFile(database, file);
    await database.images.put(storedImage(clipId, url, file.hash));
  }
}

/** Keeps a file once, inside the caller's transaction. Of another length than one of the same hash, that one is broken. */
async function keepFile(database: Database, file: ImageFileRow): Promise<void> {
  const kept = await database.imageFiles.get(file.hash);
  if (kept?.blob.size !== file.blob.size) await database.imageFiles.put(file);
}

/** Lets these be tried again: their sites were allowed. */
export async function retryImages(database: Database, images: readonly ClipImage[]): Promise<void> {
  await write(database, 'image', () =>
    database.images.bulkPut(
      images.map((image) => ({ ...image, state: 'waiting', attempts: 0, notBefore: 0 })),
    ),
  );
}

/** Forgets the pictures of these clips, inside the caller's transaction, and the files that no other clip shows. */
export async function dropImages(database: Database, clipIds: readonly ClipId[]): Promise<void> {
  const rows = await database.images
    .where('clipId')
    .anyOf([...clipIds])
    .toArray();
  await database.images.bulkDelete(rows.map(({ clipId, url }): [string, string] => [clipId, url]));
  for (const hash of new Set(rows.flatMap((row) => row.hash ?? []))) {
    if ((await database.images.where('hash').equals(hash).count()) === 0)
      await database.imageFiles.delete(hash);
  }
}
