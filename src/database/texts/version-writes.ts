import { languagesOfCode, contentOf, writtenByHand } from '../../core/clip/clip-from-article.ts';
import type { Clip, ClipBody } from '../../core/clip/clip.ts';
import { Failure } from '../../core/failure.ts';
import type { Replacement } from '../../core/clip/whole-clip.ts';
import { recordChanges } from '../change-writes.ts';
import { indexClip } from '../search/clip-index.ts';
import type { Database, VersionRow } from '../database.ts';
import { withSums } from '../highlights/place-writes.ts';
import { write } from '../write.ts';
import { putBody } from './edit-writes.ts';
import { originalOf } from './text-queries.ts';

/** Keeps a body that is about to be replaced, without the user's edits, inside the caller's transaction; one without content is not worth it. */
export async function keepVersion(
  database: Database,
  clip: Clip,
  body: ClipBody,
  replaced: Replacement,
): Promise<number | null> {
  if (body.html === '') return null;
  const original = await originalOf(database, body);
  const { id: clipId, updatedAt: takenAt } = clip;
  return await database.versions.add({ clipId, content: contentOf(clip), body: original, takenAt, replaced });
}

/**
 * Makes an earlier version the clip's content again; what it had until now becomes a version itself, whose id is returned
 * (null where it had nothing): restoring that takes it back.
 * Throws `clip/not-found` and `store/*`.
 */
export async function restoreVersion(
  database: Database,
  versionId: number,
  now: number,
): Promise<number | null> {
  return await write(database, 'delete', async () => {
    const version = await database.versions.get(versionId);
    const clip = version === undefined ? undefined : await database.clips.get(version.clipId);
    if (version === undefined || clip === undefined)
      throw new Failure('clip/not-found', `version ${versionId}`);
    const current = await database.bodies.get(clip.id);
    const replaced = { by: 'restore', at: now } as const;
    const kept = current === undefined ? null : await keepVersion(database, clip, current, replaced);
    const before = current === undefined ? null : await originalOf(database, current);
    const body = await putBody(database, version.body);
    // Whether the kept page is this text's is for the version to say.
    const { sourceAt: _sourceAt, ...rest } = clip;
    const restored: Clip = await withSums(database, {
      ...rest,
      ...version.content,
      // Of one text it is what was written by hand that the user goes back to.
      ...(before?.html === version.body.html ? {} : writtenByHand(clip)),
      codeLanguages: languagesOfCode(body.blocks),
      updatedAt: version.takenAt,
      textAt: now,
    });
    await database.clips.put(restored);
    await database.versions.delete(versionId);
    await indexClip(restored, body);
    await recordChanges(database, [clip.id], 'put', now);
    return kept;
  });
}

/** Deletes a version; the row is returned, so that it can be put back. Throws `clip/not-found` and `store/*`. */
export async function deleteVersion(database: Database, versionId: number, now: number): Promise<VersionRow> {
  return await write(database, 'delete', async () => {
    const version = await database.versions.get(versionId);
    if (version === undefined) throw new Failure('clip/not-found', `version ${versionId}`);
    await database.versions.delete(versionId);
    await recordChanges(database, [version.clipId], 'put', now);
    return version;
  });
}

/** Puts a deleted version back, where its clip is still there. Throws `clip/not-found` and `store/*`. */
export async function putVersionBack(database: Database, version: VersionRow, now: number): Promise<void> {
  await write(database, 'delete', async () => {
    if ((await database.clips.get(version.clipId)) === undefined)
      throw new Failure('clip/not-found', version.clipId);
    await database.versions.put(version);
    await recordChanges(database, [version.clipId], 'put', now);
  });
}
