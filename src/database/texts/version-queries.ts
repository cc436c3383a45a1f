import type { ClipId } from '../../core/clip/clip.ts';
import type { Database, VersionRow } from '../database.ts';

/** Earlier versions of a clip, the latest first. */
export async function versionsOf(database: Database, clipId: ClipId): Promise<VersionRow[]> {
  const versions = await database.versions.where('clipId').equals(clipId).toArray();
  return versions.sort((a, b) => b.takenAt - a.takenAt);
}

/** How many earlier texts a clip has. */
export async function versionCount(database: Database, clipId: ClipId): Promise<number> {
  return await database.versions.where('clipId').equals(clipId).count();
}
