import { siteOf } from '../clip/clip-from-article.ts';
import { polite } from './rate-limit.ts';

/** What fetching pages will take. */
export interface FetchEstimate {
  /** How many sites they are on. */
  readonly sites: number;
  /** Pages a minute. */
  readonly perMinute: number;
}

/** What a page takes from the request to the stored clip, ms: measured by `npm run bench:batch`, rounded up. */
const perPage = 2_000;

/** From how the pages are spread over sites, and how hard a job may press on each (rate-limit.ts). */
export function fetchEstimate(urls: readonly string[]): FetchEstimate {
  const pages = new Map<string, number>();
  for (const site of urls.map(siteOf)) pages.set(site, (pages.get(site) ?? 0) + 1);
  const { parallel, parallelPerSite, delayPerSite } = polite;
  const slowest = Math.max(0, ...pages.values()) * Math.max(delayPerSite, perPage / parallelPerSite);
  const all = Math.max(slowest, urls.length * (perPage / parallel));
  return { sites: pages.size, perMinute: urls.length === 0 ? 0 : Math.round((urls.length / all) * 60_000) };
}
