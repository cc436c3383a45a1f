import type { ClipBody } from '../../core/clip/clip.ts';
import type { Database } from '../database.ts';

/** The body as it was extracted, without the user's edits; inside the caller's transaction. */
export async function originalOf(database: Database, body: ClipBody): Promise<ClipBody> {
  return (await database.edits.get(body.clipId))?.original ?? body;
}
