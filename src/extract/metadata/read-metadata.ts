import type { Article } from '../../core/clip/article.ts';
import { PageClasses } from '../page-classes.ts';
import { readAuthor } from './author.ts';
import { readDates } from './dates.ts';
import { readDescription } from './description.ts';
import { readLanguage } from './language.ts';
import { readCanonicalUrl } from './page-address.ts';
import { findArticleNode, readSchemaNodes } from './schema-org.ts';
import { readSiteName, siteNames } from './site-name.ts';
import { isStaleHead } from './stale-head.ts';
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
  const classes = new PageClasses(document);
  const nodes = readSchemaNodes(document);
  const described = findArticleNode(nodes, url);
  const isStale = isStaleHead(document, described, url);
  const article = isStale ? null : described;
  const head = isStale ? document.createDocumentFragment() : document;
  const title = readTitle(document, head, article, siteNames(document, classes, nodes, url), classes);
  const { heading, names } = title;
  return {
    url,
    canonicalUrl: isStale ? null : readCanonicalUrl(document, url),
    title: title.text,
    author: title.author ?? readAuthor(classes, head, article, heading, names),
    ...readDates(document, classes, head, article, heading, url),
    tags: readTags(document, head, article, heading, names),
    language: readLanguage(document),
    siteName: readSiteName(document, nodes, title.rest),
    description: readDescription(head, article),
  };
}
