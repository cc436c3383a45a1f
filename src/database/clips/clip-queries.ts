import { isLink } from '../../core/clip/is-link.ts';
import type { Clip, ClipBody, ClipId } from '../../core/clip/clip.ts';
import type { Database } from '../database.ts';

/** The clips in the library, newest first; `before` continues a list after its last clip. */
export async function recentClips(
  database: Database,
  { limit, before = Number.POSITIVE_INFINITY }: { limit: number; before?: number },
): Promise<Clip[]> {
  return await database.clips
    .where('savedAt')
    .below(before)
    .reverse()
    .filter((clip) => clip.trashedAt === null)
    .limit(limit)
    .toArray();
}

/** The clips in the trash, last trashed first. */
export async function trashedClips(database: Database, limit: number): Promise<Clip[]> {
  // Only trashed clips are in this index: null is not a key.
  return await database.clips.orderBy('trashedAt').reverse().limit(limit).toArray();
}

/** The clip of the page that any of these keys stands for; one in the library before one in the trash. */
export async function clipOfPage(database: Database, urlKeys: readonly string[]): Promise<Clip | null> {
  const clips = await database.clips.where('urlKey').anyOf(urlKeys).toArray();
  return clips.find((clip) => clip.trashedAt === null) ?? clips[0] ?? null;
}

/** The ids of the clips that `clipOfPage` finds, by page; pages that are not in the library are not in it. */
export async function clipIdsOfPages(
  database: Database,
  urlKeys: readonly string[],
): Promise<Map<string, ClipId>> {
  const ids = new Map<string, ClipId>();
  const clips = await database.clips.where('urlKey').anyOf(urlKeys).toArray();
  // Those in the trash first, so that the others stand.
  for (const { id, urlKey } of clips
    .toReversed()
    .toSorted((a, b) => Number(a.trashedAt === null) - Number(b.trashedAt === null)))
    ids.set(urlKey, id);
  return ids;
}

/** The clip's row, also from the trash; null where it is gone. */
export async function clipById(database: Database, clipId: ClipId): Promise<Clip | null> {
  return (await database.clips.get(clipId)) ?? null;
}

/** The clip that this id led to before two clips of a page became one; null where it never was another's. */
export async function clipOfAlias(database: Database, id: ClipId): Promise<ClipId | null> {
  return (await database.aliases.get(id))?.clipId ?? null;
}

/** The clip's article; null for a link clip and for one that is gone. */
export async function bodyOf(database: Database, clipId: ClipId): Promise<ClipBody | null> {
  return (await database.bodies.get(clipId)) ?? null;
}

/** How many clips are in the library and in the trash. */
export async function clipCounts(database: Database): Promise<{ clips: number; trashed: number }> {
  const [all, trashed] = await Promise.all([
    database.clips.count(),
    database.clips.orderBy('trashedAt').count(),
  ]);
  return { clips: all - trashed, trashed };
}

/** How many clips, the trash among them, were saved after `time` (epoch ms). */
export async function clipsSavedAfter(database: Database, time: number): Promise<number> {
  return await database.clips.where('savedAt').above(time).count();
}

/** The clips in the library that are links alone, oldest first. Throws `store/*`. */
export async function linkClips(database: Database): Promise<Clip[]> {
  return await database.clips
    .orderBy('savedAt')
    .filter((clip) => clip.trashedAt === null && isLink(clip))
    .toArray();
}
