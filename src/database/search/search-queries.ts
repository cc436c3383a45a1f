import type { ClipId } from '../../core/clip/clip.ts';
import type { Nearby, SearchAnswer } from '../../search/ranking/answer.ts';
import { matchingClips } from '../../search/index/matching-clips.ts';
import { search, searchNearby } from '../../search/index/search.ts';
import type { SearchOptions } from '../../search/index/search-run.ts';
import { searchStoreNames } from '../../search/index/stores.ts';
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

/** What a word much like a rare one of the answered query finds: search/index/search.ts. Rejects as `searchLibrary` does. */
export async function nearbyInLibrary(
  database: Database,
  answer: SearchAnswer,
  options: SearchOptions,
): Promise<Nearby | null> {
  return await searchNearby(database.backendDB(), answer, options);
}

/** Clips that say much the same as this one, the most alike first; at most `limit`. */
export async function clipsLike(
  database: Database,
  clipId: ClipId,
  limit: number,
): Promise<readonly SimilarClip[]> {
  return await similarClips(database.backendDB(), clipId, limit);
}

/**
 * The clips that hold all that a query says (search/index/matching-clips.ts); null while the index is being built.
 * `now` is epoch ms. Throws as IndexedDB does.
 */
export async function clipsOfQuery(
  database: Database,
  query: string,
  now: number,
): Promise<ReadonlySet<ClipId> | null> {
  const transaction = database
    .backendDB()
    .transaction(['clips', 'bodies', 'highlights', ...searchStoreNames], 'readonly');
  return await matchingClips(transaction, query, { now });
}
