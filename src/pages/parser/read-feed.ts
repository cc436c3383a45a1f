import type { Feed } from '../../extract/feed/feed.ts';
import { readJsonFeed } from '../../extract/feed/json-feed.ts';
import { readXmlFeed } from '../../extract/feed/xml-feed.ts';
import { Failure } from '../../core/failure.ts';
import { type FetchOptions, type Resource, fetchResource } from './fetch-resource.ts';
import { parseDocument } from '../../extract/fetched/parse-document.ts';
import { type PageList, longestList } from '../../core/clip/page-list.ts';
import { urlKey } from '../../core/clip/url-key.ts';
import type { Extraction } from '../../core/clip/extraction.ts';
import type { ReadApart } from './read-apart.ts';
import { readText } from './read-source.ts';

const json = /^(?:application\/(?:[\w.-]+\+)?json|text\/json)$/;
/** Servers call feeds what they like. */
const feed = /^(?:text\/(?:xml|plain|html|json)|application\/(?:[\w.-]+\+)?(?:xml|json))$/;

/** The feed at an address, whatever its format. Throws `page/malformed` where it is none. */
async function readFeed(url: string, options: FetchOptions): Promise<Feed> {
  const resource = await fetchResource(url, feed, options);
  const found = json.test(resource.type)
    ? readJsonFeed(await parseJson(resource), resource.url)
    : readXmlFeed(await parseDocument(resource.bytes, 'application/xml', resource.charset), resource.url);
  if (found === null) throw new Failure('page/malformed', 'not a feed');
  return found;
}

async function parseJson({ bytes }: Resource): Promise<unknown> {
  try {
    return JSON.parse(await bytes.text());
  } catch (error) {
    throw new Failure('page/malformed', String(error), { cause: error });
  }
}

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
