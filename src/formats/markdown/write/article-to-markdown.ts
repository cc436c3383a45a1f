import { sanitizeArticle } from '../../../extract/sanitize.ts';
import { toMarkdown } from './to-markdown.ts';

/** Stored article HTML as Markdown. */
export function articleToMarkdown(html: string, title = ''): string {
  return toMarkdown(sanitizeArticle(html), title);
}

/** The part of it that `cut` leaves. */
export function partToMarkdown(html: string, cut: (article: DocumentFragment) => DocumentFragment): string {
  return toMarkdown(cut(sanitizeArticle(html)));
}
