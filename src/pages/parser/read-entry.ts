import { urlKey } from '../../core/clip/url-key.ts';
import type { Extraction } from '../../core/clip/extraction.ts';
import { Failure } from '../../core/failure.ts';
import { readFeed } from './read-feed.ts';
import type { ReadApart } from './read-apart.ts';
import { readText } from './read-source.ts';

/** The article of one page as its feed has it in full; `page/no-article` where it has not. */
export async function readEntry(
  readApart: ReadApart,
  request: { readonly feed: string; readonly url: string; readonly cookies: boolean },
): Promise<Extraction> {
  const { entries } = await readFeed(request.feed, request);
  const key = urlKey(request.url);
  const entry = entries.find(({ url }) => urlKey(url) === key);
  if (entry === undefined || entry.html === null) throw new Failure('page/no-article', 'not in the feed');
  // As the page that the entry would be, so that it is read like any other.
  const { article } = await readText(readApart, {
    bytes: new Blob([`<!doctype html><article>${entry.html}</article>`]),
    url: entry.url,
    title: entry.title,
  });
  return {
    article: { ...article, title: entry.title, publishedAt: entry.date ?? article.publishedAt },
    source: null,
  };
}
