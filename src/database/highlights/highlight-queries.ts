import type { ClipId } from '../../core/clip/clip.ts';
import { oldestFirst } from '../../core/highlight/highlight-sums.ts';
import type { Highlight } from '../../core/highlight/highlight.ts';
import type { Database } from '../database.ts';
import { tagLabels } from '../tags/tag-queries.ts';

/** The highlights of a clip, oldest first. */
export async function highlightsOf(database: Database, clipId: ClipId): Promise<Highlight[]> {
  const highlights = await database.highlights.where('clipId').equals(clipId).toArray();
  return highlights.sort(oldestFirst);
}

/** The highlights of a clip, oldest first, and the labels of their tags by key. */
export async function labelledHighlightsOf(
  database: Database,
  clipId: ClipId,
): Promise<{ readonly highlights: readonly Highlight[]; readonly labels: ReadonlyMap<string, string> }> {
  const highlights = await highlightsOf(database, clipId);
  const keys = [...new Set(highlights.flatMap(({ tags }) => tags))];
  return { highlights, labels: await tagLabels(database, keys) };
}

/** The tags of each highlight that has some, with its clip. */
export async function taggedHighlights(
  database: Database,
): Promise<readonly Pick<Highlight, 'clipId' | 'tags'>[]> {
  const tagged = await database.highlights.where('tags').above('').distinct().toArray();
  return tagged.map(({ clipId, tags }) => ({ clipId, tags }));
}
