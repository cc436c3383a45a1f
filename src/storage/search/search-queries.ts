import type { ClipId } from '../../domain/clip/clip.ts';
import type { SearchAnswer } from '../../domain/search/answer.ts';
import { type SearchOptions, search } from '../../search/search.ts';
import { type SimilarClip, similarClips } from '../../search/similar-clips.ts';
import type { Database } from '../database.ts';

/** Answers a query from any page, straight from the index. Rejects only when aborted or when the database fails. */
export async function searchShelf(
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
