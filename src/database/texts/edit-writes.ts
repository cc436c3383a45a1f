import { type ArticleEdit, applyEdits, carryEdits } from '../../core/clip/article-edits.ts';
import { languagesOfCode } from '../../core/clip/clip-from-article.ts';
import type { ClipBody, ClipId } from '../../core/clip/clip.ts';
import { Failure } from '../../core/failure.ts';
import { recordChanges } from '../change-writes.ts';
import { indexClip } from '../search/clip-index.ts';
import type { Database, EditsRow } from '../database.ts';
import { write } from '../write.ts';

/**
 * Makes these the clip's edits, all of them: over the original, which is kept, and comes back with none.
 * Throws `clip/not-found` and `store/*`.
 */
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
    const changed = { ...clip, codeLanguages: languagesOfCode(body.blocks) };
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

/** A body that came from the page, with the edits that the user made to the one before. */
export async function editedBody(database: Database, original: ClipBody): Promise<ClipBody> {
  return (await carriedEdits(database, original)).body;
}

/**
 * Stores a body that came from the page, inside the caller's transaction, with the edits that the user made to the one
 * before; resolves with what is shown.
 */
export async function putBody(database: Database, original: ClipBody): Promise<ClipBody> {
  const { row, body } = await carriedEdits(database, original);
  if (row !== null) await database.edits.put(row);
  await database.bodies.put(body);
  return body;
}

async function carriedEdits(
  database: Database,
  original: ClipBody,
): Promise<{ readonly row: EditsRow | null; readonly body: ClipBody }> {
  const before = await database.edits.get(original.clipId);
  if (before === undefined) return { row: null, body: original };
  const edits = carryEdits(before.edits, before.original.blocks, original.blocks);
  return { row: { ...before, edits, original }, body: applyEdits(original, edits) };
}
