import { imageType } from '../../core/image/image-type.ts';
import { sha256 } from '../../disk/sha256.ts';
import { recordChanges } from '../change-writes.ts';
import type { Database } from '../database.ts';
import { write } from '../write.ts';

/** In bytes: what kind of picture it is, is said before. */
const beginning = 5_000;

/**
 * Hashes of the kept files that are no pictures any more: other bytes than were stored (`wholly`), or, which is quick, such
 * that no picture begins with. Files are read one by one.
 */
export async function brokenImages(
  database: Database,
  { wholly }: { readonly wholly: boolean },
): Promise<string[]> {
  const broken: string[] = [];
  for (const hash of await database.imageFiles.toCollection().primaryKeys()) {
    const blob = (await database.imageFiles.get(hash))?.blob;
    if (blob !== undefined && !(await isSound(blob, hash, wholly))) broken.push(hash);
  }
  return broken;
}

async function isSound(blob: Blob, hash: string, wholly: boolean): Promise<boolean> {
  try {
    const bytes = await (wholly ? blob : blob.slice(0, beginning)).arrayBuffer();
    if (!wholly) return imageType(new Uint8Array(bytes)) !== null;
    // A name of another form says nothing of the bytes.
    return !/^[\da-f]{64}$/.test(hash) || (await sha256(bytes)) === hash;
  } catch {
    // The browser has lost the file that it kept the blob in.
    return false;
  }
}

/**
 * Has the pictures of these files missing, which the reader says, in place of broken: the user may have them got again, and
 * another import of their file brings them. Returns how many.
 */
export async function forgetBrokenImages(
  database: Database,
  hashes: readonly string[],
  now: number,
): Promise<number> {
  if (hashes.length === 0) return 0;
  return await write(database, 'image', async () => {
    const rows = await database.images
      .where('hash')
      .anyOf([...hashes])
      .toArray();
    await database.images.bulkPut(
      rows.map((row) => ({ ...row, state: 'failed', hash: null, code: 'image/not-an-image' })),
    );
    await database.imageFiles.bulkDelete([...hashes]);
    await recordChanges(database, [...new Set(rows.map(({ clipId }) => clipId))], 'put', now);
    return rows.length;
  });
}
