import type { Article, IntegrityCounts } from './article.ts';
import { siteOf } from './clip-from-article.ts';

const none: IntegrityCounts = { codeBlocks: 0, images: 0, tables: 0, formulas: 0 };

/** A page kept as a link only, since it could not be read: an article without content. */
export function articleFromLink(url: string, title: string): Article {
  return {
    url,
    canonicalUrl: null,
    title: title.trim() === '' ? url : title.trim(),
    author: null,
    publishedAt: null,
    updatedAt: null,
    tags: [],
    language: null,
    siteName: siteOf(url),
    description: null,
    html: '',
    blocks: [],
    images: [],
    measure: { words: 0, readingMinutes: 1, codeBlocks: 0, images: 0, tables: 0, formulas: 0 },
    integrity: { extractorVersion: 'link', rules: [], found: none, kept: none, restored: none, coverage: 0 },
  };
}
