import type { PageClasses } from '../page-classes.ts';
import { parseDate } from './date-text.ts';
import type { ArticlePlace } from './article-place.ts';
import { type Metas, metaContent } from './meta-content.ts';
import { schemaText, type SchemaNode } from './schema-org.ts';
import { shownDates } from './shown-dates.ts';

export interface Dates {
  readonly publishedAt: string | null;
  readonly updatedAt: string | null;
}

const publishedNames = (
  'article:published_time og:published_time article:published og:article:published_time bytedance:published_time ' +
  'datepublished datecreated article.published publish_date publishdate pubdate publication_date published_time published ' +
  'date.issued dc.date.issued dcterms.issued dcterms.created dc.date.created dc.date dcterms.date citation_publication_date ' +
  'citation_online_date citation_date parsely-pub-date sailthru.date cxenseparse:recs:publishtime ' +
  'weibo:article:create_at shareaholic:article_published_time date created'
).split(' ');

const updatedNames = (
  'article:modified_time og:updated_time og:modified_time bytedance:updated_time datemodified article.updated ' +
  'dcterms.modified dc.date.modified last-modified lastmod revised weibo:article:update_at updated'
).split(' ');

/** When the article was published and last changed: stated for machines, else shown near the title, else in the address. */
export function readDates(
  document: Document,
  classes: PageClasses,
  metas: Metas,
  article: SchemaNode | null,
  place: ArticlePlace,
  url: string,
): Dates {
  const published =
    dateOf(schemaText(article?.data['datePublished']) ?? schemaText(article?.data['dateCreated'])) ??
    dateOf(metaContent(metas, publishedNames));
  const updated =
    dateOf(schemaText(article?.data['dateModified'])) ?? dateOf(metaContent(metas, updatedNames));
  if (published !== null && updated !== null) return { publishedAt: published, updatedAt: updated };
  const shown = shownDates(document, classes, place);
  return {
    publishedAt: published ?? shown.published ?? dateInAddress(url),
    updatedAt: updated ?? shown.updated,
  };
}

function dateOf(text: string | null): string | null {
  return text === null ? null : parseDate(text);
}

/** `/2024/03/01/title`, `/2024-03-01-title`, `/20240301/`. */
export function dateInAddress(url: string): string | null {
  const match =
    /\/((?:19|20)\d{2})[/-](\d{1,2})[/-](\d{1,2})(?=[/_.-]|$)/.exec(url) ??
    /\/((?:19|20)\d{2})(\d{2})(\d{2})(?=[/_.-]|$)/.exec(url);
  return match === null ? null : parseDate(`${match[1] ?? ''}-${match[2] ?? ''}-${match[3] ?? ''}`);
}
