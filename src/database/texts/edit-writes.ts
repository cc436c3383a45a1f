import { type ArticleEdit, applyEdits } from '../../core/clip/article-edits.ts';
import { codeLanguages } from '../../core/clip/clip-from-article.ts';
import type { ClipBody, ClipId } from '../../core/clip/clip.ts';
import { Failure } from '../../core/failure.ts';
import { recordChanges } from '../change-writes.ts';
import { indexClip } from '../search/clip-index.ts';
import type { Database } from '../database.ts';
import { write } from '../write.ts';

/** Makes these the clip's edits, all of them: over the original, which is kept, and comes back with none. */
export async function editArticle(
  database: Database,
  clipId: ClipId,
  edits: readonly ArticleEdit[],
  now: number,
): Promise<void> {
  await write(database, 'edit', async () => {
    const clip = await database.clips.get(clipId);
    const current = await database.bodies.get(clipId);
    if (clip === undefined || current === undefined) throw new Failure('clip/not-found', clipId);
    const original = await originalOf(database, current);
    const body = applyEdits(original, edits);
    if (edits.length === 0) await database.edits.delete(clipId);
    else await database.edits.put({ clipId, edits, original });
    const changed = { ...clip, codeLanguages: codeLanguages(body.blocks) };
    await database.clips.put(changed);
    await database.bodies.put(body);
    await indexClip(changed, body);
    await recordChanges(database, [clipId], 'put', now);
  });
}

/** The body as it was extracted, inside the caller's transaction. */
export async function originalOf(database: Database, body: ClipBody): Promise<ClipBody> {
  return (await database.edits.get(body.clipId))?.original ?? body;
}

/** A body that came from the page, with the edits that the reader made to the one before. */
export async function editedBody(database: Database, original: ClipBody): Promise<ClipBody> {
  const row = await database.edits.get(original.clipId);
  return row === undefined ? original : applyEdits(original, row.edits);
}

/**
 * Stores a body that came from the page, inside the caller's transaction, with the edits that the reader made to the one
 * before; resolves with what is shown.
 */
export async function putBody(database: Database, original: ClipBody): Promise<ClipBody> {
  const row = await database.edits.get(original.clipId);
  const body = await editedBody(database, original);
  if (row !== undefined) await database.edits.put({ ...row, original });
  await database.bodies.put(body);
  return body;
}
