import type { Article } from '../../core/clip/article.ts';
import { atOnce } from '../at-once.ts';
import { PageClasses } from '../page-classes.ts';
import { ArticlePlace } from './article-place.ts';
import { readAuthor } from './author.ts';
import { readDates } from './dates.ts';
import { readDescription } from './description.ts';
import { readLanguage } from './language.ts';
import { readMetas } from './meta-content.ts';
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
  return atOnce(readMetadataInSteps(document, url, new PageClasses(document)));
}

/** As readMetadata, with rests between. */
export function* readMetadataInSteps(
  document: Document,
  url: string,
  classes: PageClasses,
): Generator<string, Metadata> {
  const nodes = readSchemaNodes(document);
  const described = findArticleNode(nodes, url);
  const stated = readMetas(document);
  const isStale = isStaleHead(document, stated, described, url);
  const article = isStale ? null : described;
  const metas = isStale ? new Map<string, string[]>() : stated;
  const known = siteNames(document, stated, classes, nodes, url);
  yield 'metadata';
  const title = readTitle(document, metas, article, known, classes, isStale);
  const { heading, names } = title;
  const place = new ArticlePlace(heading);
  yield 'metadata';
  const dates = readDates(document, classes, metas, article, place, url);
  yield 'metadata';
  const isDated =
    dates.publishedAt !== null || dates.updatedAt !== null || metas.get('og:type')?.[0] === 'article';
  const author = title.author ?? readAuthor(classes, metas, article, place, names, document, url, isDated);
  yield 'metadata';
  const tags = readTags(document, metas, article, place, names);
  yield 'metadata';
  return {
    url,
    canonicalUrl: isStale ? null : readCanonicalUrl(document, url),
    title: title.text,
    author,
    ...dates,
    tags,
    language: readLanguage(document),
    siteName: readSiteName(stated, nodes, title.rest),
    description: readDescription(metas, article),
  };
}
