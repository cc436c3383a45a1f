import { type PageList, longestList } from '../../core/clip/page-list.ts';
import type { FetchOptions } from './fetch-resource.ts';
import { readFeed } from './read-feed.ts';

/** The entries of a feed as pages to take. */
export async function readFeedList(url: string, options: FetchOptions): Promise<PageList> {
  const { title, entries, next } = await readFeed(url, options);
  return {
    title,
    pages: entries.slice(0, longestList).map((entry) => ({
      url: entry.url,
      title: entry.title,
      date: entry.date,
      excerpt: entry.excerpt,
    })),
    leftOut: Math.max(0, entries.length - longestList),
    next,
  };
}
