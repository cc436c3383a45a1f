import { facetCounts } from '../../search/index/facet-counts.ts';
import type { Vocabulary } from '../../search/query/completions.ts';
import { foldedSite } from '../../search/query/label-names.ts';
import { allSmartLists } from '../lists/smart-list-queries.ts';
import type { Database } from '../database.ts';

/** What the library has to complete a query with, without reading its clips: authors are not among it. */
export async function searchVocabulary(database: Database): Promise<Vocabulary> {
  const native = database.backendDB();
  const [tags, sites, lists, bySite, byLanguage] = await Promise.all([
    database.tags.orderBy('usedAt').reverse().toArray(),
    database.clips.orderBy('site').uniqueKeys(),
    allSmartLists(database),
    facetCounts(native, 'site'),
    facetCounts(native, 'lang'),
  ]);
  const languages = [...byLanguage].sort((a, b) => b[1] - a[1]);
  const count = (site: string) => bySite.get(foldedSite(site)) ?? 0;
  return {
    tags: tags.map(({ label }) => label),
    sites: sites.map(String).sort((a, b) => count(b) - count(a)),
    languages: languages.map(([name]) => name),
    authors: [],
    lists,
  };
}
