import type { Clip } from '../../core/clip/clip.ts';
import { parseQuery } from '../../search/query/parse-query.ts';
import { primaryLanguage } from '../../search/lists/facets.ts';
import { filterGroups, listClips } from '../../search/lists/list-clips.ts';
import { sortClips } from '../../core/library/sort-clips.ts';
import type { Database } from '../../database/database.ts';
import { eachRowChunk } from '../../database/clips/row-queries.ts';
import { clipsOfJob } from '../../database/jobs/job-queries.ts';
import { searchLibrary } from '../../database/search/search-queries.ts';
import type { LibraryRoute } from './library-route.ts';

/** As many hits as the library lists. */
const mostHits = 500;

/** The clips that the library lists at this place, in its order: read once, for a page that is not the library. */
export async function listedClips(
  database: Database,
  { query: text, sort, text: language, job }: LibraryRoute,
  { now, uiLanguage }: { now: number; uiLanguage: string },
): Promise<readonly Clip[]> {
  const query = parseQuery(text, now);
  const groups = filterGroups(query);
  const ofJob = job === null ? null : await clipsOfJob(database, job);
  const fits = (clip: Clip) =>
    (ofJob === null || ofJob.has(clip.id)) &&
    (language === null || (clip.language !== null && primaryLanguage(clip.language) === language));
  const typed = query.sort === 'relevance' ? null : query.sort;
  if (groups === null) {
    const { hits } = await searchLibrary(database, text, { limit: mostHits, now });
    const clips = hits.map((hit) => hit.clip).filter(fits);
    const order = sort ?? typed;
    return order === null ? clips : sortClips(clips, order, uiLanguage);
  }
  const clips: Clip[] = [];
  await eachRowChunk(database, (chunk) => clips.push(...listClips(chunk, groups).filter(fits)));
  return sortClips(clips, sort ?? typed ?? 'newest', uiLanguage);
}
