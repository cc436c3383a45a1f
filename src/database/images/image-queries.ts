import type { ClipId } from '../../core/clip/clip.ts';
import type { ClipImage } from '../../core/image/image.ts';
import type { Database } from '../database.ts';

/** What is known of each picture that the clip names, with its file where that is kept. */
export async function imagesOfClip(
  database: Database,
  clipId: ClipId,
): Promise<{ readonly image: ClipImage; readonly file: Blob | null }[]> {
  return await database.transaction('r', [database.images, database.imageFiles], async () => {
    const images = await database.images.where('clipId').equals(clipId).toArray();
    const files = await database.imageFiles.bulkGet(images.map(({ hash }) => hash ?? ''));
    return images.map((image, index) => ({ image, file: files[index]?.blob ?? null }));
  });
}

/** The file of the clip's first picture that is stored; null for none. */
export async function firstPictureOf(database: Database, clipId: ClipId): Promise<Blob | null> {
  return await database.transaction('r', [database.images, database.imageFiles], async () => {
    const first = await database.images
      .where('clipId')
      .equals(clipId)
      .filter(({ hash }) => hash !== null)
      .first();
    return (await database.imageFiles.get(first?.hash ?? ''))?.blob ?? null;
  });
}

/** Those that wait to be had, from the `from`-th on. */
export async function waitingImages(database: Database, limit: number, from = 0): Promise<ClipImage[]> {
  return await database.images.where('state').equals('waiting').offset(from).limit(limit).toArray();
}

/** The pictures that wait for access to their site. */
export async function imagesWithoutAccess(database: Database): Promise<ClipImage[]> {
  return await database.images.where('state').equals('no-access').toArray();
}
