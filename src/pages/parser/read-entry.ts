import { extractPageInTurns } from '../../extract/extract-page.ts';
import type { FeedEntry } from '../../extract/feed/feed.ts';
import type { Article } from '../../core/clip/article.ts';
import { urlKey } from '../../core/clip/url-key.ts';
import { Failure } from '../../core/failure.ts';
import { parseDocument } from './parse-document.ts';
import { readFeed } from './read-feed.ts';

/** The article of one page as its feed has it in full; `page/no-article` where it has not. */
export async function readEntry(request: {
  readonly feed: string;
  readonly url: string;
  readonly cookies: boolean;
}): Promise<Article> {
  const { entries } = await readFeed(request.feed, request);
  const key = urlKey(request.url);
  const entry = entries.find(({ url }) => urlKey(url) === key);
  if (entry === undefined || entry.html === null) throw new Failure('page/no-article', 'not in the feed');
  const article = await extractPageInTurns(await entryPage(entry, entry.html), { url: entry.url });
  return { ...article, title: entry.title, publishedAt: entry.date ?? article.publishedAt };
}

/** The page that the entry would be, so that it is read like any other. */
async function entryPage({ title }: FeedEntry, html: string): Promise<Document> {
  const document = await parseDocument(
    new Blob([`<!doctype html><article>${html}</article>`]),
    'text/html',
    'utf-8',
  );
  document.title = title;
  return document;
}
