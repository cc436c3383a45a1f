import type { Database } from '../database/database.ts';
import { brokenImages, forgetBrokenImages } from '../database/images/broken-images.ts';
import type { Settings } from './old-trash.ts';

const name = 'pictures-mended';

/**
 * Once for each library: what builds before 29 November 2026 kept of the pictures of imported notes was no picture. They
 * are said to be missing then, in place of shown as broken. Returns how many.
 */
export async function mendPictures(
  database: Database,
  { read, write }: Settings,
  now: number,
): Promise<number> {
  if ((await read(name)) !== undefined) return 0;
  const mended = await forgetBrokenImages(database, await brokenImages(database, { wholly: false }), now);
  await write(name, { at: now });
  return mended;
}
