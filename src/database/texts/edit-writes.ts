import { type ArticleEdit, applyEdits, carryEdits } from '../../core/clip/article-edits.ts';
import { isComplete } from '../../core/clip/completeness.ts';
import { integrityOfEdited } from '../../core/clip/put-back.ts';
import { languagesOfCode } from '../../core/clip/clip-from-article.ts';
import type { ClipBody, ClipId } from '../../core/clip/clip.ts';
import { Failure } from '../../core/failure.ts';
import { recordChanges } from '../change-writes.ts';
import { indexClip } from '../search/clip-index.ts';
import type { Database, EditsRow } from '../database.ts';
import { placeAgain, withSums } from '../highlights/place-writes.ts';
import { write } from '../write.ts';
import { originalOf } from './text-queries.ts';

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
  await write(database, 'text', async () => {
    const clip = await database.clips.get(clipId);
    const current = await database.bodies.get(clipId);
    if (clip === undefined || current === undefined) throw new Failure('clip/not-found', clipId);
    const original = await originalOf(database, current);
    const body = applyEdits(original, edits);
    if (edits.length === 0) await database.edits.delete(clipId);
    else await database.edits.put({ clipId, edits, original });
    await database.bodies.put(body);
    await placeAgain(database, { shown: body, original }, original);
    const changed = await withSums(database, {
      ...clip,
      codeLanguages: languagesOfCode(body.blocks),
      incomplete: !isComplete(integrityOfEdited(original.integrity, edits)),
    });
    await database.clips.put(changed);
    await indexClip(changed, body);
    await recordChanges(database, [clipId], 'put', now);
  });
}

/** A body that came from the page, with the edits that the user made to the one before. */
export async function editedBody(database: Database, original: ClipBody): Promise<ClipBody> {
  return (await carriedEdits(database, original)).body;
}

/**
 * Stores a body that came from the page, inside the caller's transaction, with the edits that the user made to the one
 * before, and puts its highlights where they stand in it; resolves with what is shown. What was there is a version by now,
 * where it is another text. Whoever calls it puts the clip's row after it, `withSums`.
 */
export async function putBody(database: Database, original: ClipBody): Promise<ClipBody> {
  const { row, body } = await carriedEdits(database, original);
  const earlier = await database.bodies.get(original.clipId);
  const before = earlier === undefined ? undefined : await originalOf(database, earlier);
  if (row !== null) await database.edits.put(row);
  await database.bodies.put(body);
  await placeAgain(database, { shown: body, original }, before);
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
