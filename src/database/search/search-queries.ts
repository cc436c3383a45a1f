import type { ClipId } from '../../core/clip/clip.ts';
import type { SearchAnswer } from '../../search/ranking/answer.ts';
import { search } from '../../search/index/search.ts';
import type { SearchOptions } from '../../search/index/search-run.ts';
import { type SimilarClip, similarClips } from '../../search/index/similar-clips.ts';
import type { Database } from '../database.ts';

/** Answers a query from any page, straight from the index. Rejects only when aborted or when the database fails. */
export async function searchLibrary(
  database: Database,
  query: string,
  options: SearchOptions,
): Promise<SearchAnswer> {
  return await search(database.backendDB(), query, options);
}

export async function clipsLike(
  database: Database,
  clipId: ClipId,
  limit: number,
): Promise<readonly SimilarClip[]> {
  return await similarClips(database.backendDB(), clipId, limit);
}
