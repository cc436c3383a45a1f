import type { Article } from '../../core/clip/article.ts';
import { readAuthor } from './author.ts';
import { readDates } from './dates.ts';
import { readDescription } from './description.ts';
import { readLanguage } from './language.ts';
import { readCanonicalUrl } from './page-address.ts';
import { findArticleNode, readSchemaNodes } from './schema-org.ts';
import { readSiteName, siteNames } from './site-name.ts';
import { readTags } from './tags.ts';
import { readTitle } from './title.ts';

export type Metadata = Pick<
  Article,
  | 'url'
  | 'canonicalUrl'
  | 'title'
  | 'author'
  | 'publishedAt'
  | 'updatedAt'
  | 'tags'
  | 'language'
  | 'siteName'
  | 'description'
>;

/**
 * What the page says about its article. Reads the whole document, so that it must get the page itself or a full
 * clone, before anything is taken out; changes nothing. `url` is where the document came from: of a document that
 * was parsed from text, it is not `document.URL`.
 */
export function readMetadata(document: Document, url: string = document.URL): Metadata {
  const nodes = readSchemaNodes(document);
  const article = findArticleNode(nodes, url);
  const names = siteNames(document, nodes, url);
  const title = readTitle(document, article, names);
  return {
    url,
    canonicalUrl: readCanonicalUrl(document, url),
    title: title.text,
    author: readAuthor(document, article, title.heading, names),
    ...readDates(document, article, title.heading, url),
    tags: readTags(document, article, title.heading, names),
    language: readLanguage(document),
    siteName: readSiteName(document, nodes, title.rest),
    description: readDescription(document, article),
  };
}
