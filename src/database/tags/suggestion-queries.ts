import type { Article } from '../../core/clip/article.ts';
import { clipContent } from '../../core/clip/clip-from-article.ts';
import type { Clip } from '../../core/clip/clip.ts';
import { type SuggestedTag, suggestTags } from '../../search/lists/suggest-tags.ts';
import { clipsSimilarTo } from '../../search/index/similar-clips.ts';
import type { Database } from '../database.ts';

/** Clips whose tags are asked: enough to outvote one that was tagged oddly. */
const neighbours = 12;

/** Tags for an article that is about to be clipped, from the article itself and the library. Nothing leaves the machine. */
export async function suggestedTags(
  database: Database,
  article: Article,
  limit: number,
): Promise<SuggestedTag[]> {
  const [similar, known] = await Promise.all([
    clipsSimilarTo(database.backendDB(), rowOf(article), article, neighbours),
    database.tags.toArray(),
  ]);
  const evidence = similar.map(({ clip, score }) => ({ tags: clip.tags, score }));
  return suggestTags({ article, similar: evidence, known }, limit);
}

/** The article as the row that it would become. */
function rowOf(article: Article): Clip {
  return {
    ...clipContent(article),
    id: '',
    urlKey: '',
    tags: [],
    note: '',
    savedAt: 0,
    updatedAt: 0,
    readAt: null,
    starred: false,
    trashedAt: null,
  };
}
