import { contentOf } from '../domain/clip/clip-from-article.ts';
import type { Clip, ClipBody } from '../domain/clip/clip.ts';
import { Failure } from '../domain/failure.ts';
import { recordChanges } from './change-writes.ts';
import { indexClip } from './clip-index.ts';
import type { Database } from './database.ts';
import { write } from './write.ts';

/** Keeps a body that is about to be replaced, inside the caller's transaction; one without content is not worth it. */
export async function keepVersion(database: Database, clip: Clip, body: ClipBody): Promise<void> {
  if (body.html === '') return;
  await database.versions.add({ clipId: clip.id, content: contentOf(clip), body, takenAt: clip.updatedAt });
}

/** Makes an earlier version the clip's content again; what it had until now becomes a version itself. */
export async function restoreVersion(database: Database, versionId: number, now: number): Promise<void> {
  await write(database, 'delete', async () => {
    const version = await database.versions.get(versionId);
    const clip = version === undefined ? undefined : await database.clips.get(version.clipId);
    if (version === undefined || clip === undefined)
      throw new Failure('clip/not-found', `version ${versionId}`);
    const current = await database.bodies.get(clip.id);
    if (current !== undefined) await keepVersion(database, clip, current);
    const restored = { ...clip, ...version.content, updatedAt: version.takenAt };
    await database.clips.put(restored);
    await database.bodies.put(version.body);
    await database.versions.delete(versionId);
    await indexClip(restored, version.body);
    await recordChanges(database, [clip.id], 'put', now);
  });
}

export async function deleteVersion(database: Database, versionId: number): Promise<void> {
  await write(database, 'delete', () => database.versions.delete(versionId));
}
