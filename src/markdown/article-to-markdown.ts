import { sanitizeArticle } from '../article/sanitize.ts';
import { toMarkdown } from './to-markdown.ts';

/** Stored article HTML as Markdown. */
export function articleToMarkdown(html: string, title = ''): string {
  return toMarkdown(sanitizeArticle(html), title);
}
