import type { Feed } from '../../extract/feed/feed.ts';
import { readJsonFeed } from '../../extract/feed/json-feed.ts';
import { readXmlFeed } from '../../extract/feed/xml-feed.ts';
import { Failure } from '../../core/failure.ts';
import { type FetchOptions, type Resource, fetchResource } from './fetch-resource.ts';
import { parseDocument } from '../../extract/fetched/parse-document.ts';

const json = /^(?:application\/(?:[\w.-]+\+)?json|text\/json)$/;
/** Servers call feeds what they like. */
const feed = /^(?:text\/(?:xml|plain|html|json)|application\/(?:[\w.-]+\+)?(?:xml|json))$/;

/** The feed at an address, whatever its format. Throws `page/malformed` where it is none. */
export async function readFeed(url: string, options: FetchOptions): Promise<Feed> {
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
