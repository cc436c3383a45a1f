import type { ClipId } from '../../core/clip/clip.ts';
import { oldestFirst } from '../../core/highlight/highlight-sums.ts';
import type { Highlight } from '../../core/highlight/highlight.ts';
import type { Database } from '../database.ts';

/** The highlights of a clip, oldest first. */
export async function highlightsOf(database: Database, clipId: ClipId): Promise<Highlight[]> {
  const highlights = await database.highlights.where('clipId').equals(clipId).toArray();
  return highlights.sort(oldestFirst);
}

/** The tags of each highlight that has some, with its clip. */
export async function taggedHighlights(
  database: Database,
): Promise<readonly Pick<Highlight, 'clipId' | 'tags'>[]> {
  const tagged = await database.highlights.where('tags').above('').distinct().toArray();
  return tagged.map(({ clipId, tags }) => ({ clipId, tags }));
}
