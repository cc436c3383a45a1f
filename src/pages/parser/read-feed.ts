import type { Feed } from '../../article/feed/feed.ts';
import { readJsonFeed } from '../../article/feed/json-feed.ts';
import { readXmlFeed } from '../../article/feed/xml-feed.ts';
import { Failure } from '../../domain/failure.ts';
import { type FetchOptions, fetchFeed } from './fetch-document.ts';

/** The feed at an address, whatever its format. Throws `page/malformed` where it is none. */
export async function readFeed(url: string, options: FetchOptions): Promise<Feed> {
  const fetched = await fetchFeed(url, options);
  const feed =
    fetched.kind === 'json'
      ? readJsonFeed(fetched.value, fetched.url)
      : readXmlFeed(fetched.document, fetched.document.URL);
  if (feed === null) throw new Failure('page/malformed', 'not a feed');
  return feed;
}
