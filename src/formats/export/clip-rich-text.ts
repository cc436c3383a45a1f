import type { ClipBody } from '../../core/clip/clip.ts';
import { sanitizeArticle } from '../../extract/sanitize.ts';
import { articleToMarkdown } from '../markdown/write/article-to-markdown.ts';
import { escapeHtml } from '../text/html-entities.ts';
import type { WritableClip } from './clip-markdown.ts';

/**
 * An article as text with a form of its own, for mail and word processors: its title as a link, headings, lists, tables,
 * pictures by their addresses, code as it stands. `text` is the same for programs that take none. Needs a document.
 */
export function clipRichText(
  { title, url }: Pick<WritableClip, 'title' | 'url'>,
  body: Pick<ClipBody, 'html'> | null,
): { readonly text: string; readonly html: string } {
  const head = `<h1><a href="${escapeHtml(url)}">${escapeHtml(title)}</a></h1>`;
  const article = body?.html ?? '';
  const text = [title, url, articleToMarkdown(article)].filter((part) => part !== '').join('\n\n');
  return { html: head + richHtml(sanitizeArticle(article)), text };
}

/** Article HTML, or a part of it, without what only the reader knows: numbers of blocks, our own attributes and addresses. */
export function richHtml(article: DocumentFragment): string {
  for (const code of article.querySelectorAll('pre'))
    code.setAttribute('style', 'font-family: monospace; white-space: pre-wrap');
  for (const image of article.querySelectorAll('img[src^="clip-image:"]'))
    image.replaceWith(image.getAttribute('alt') ?? '');
  for (const element of article.querySelectorAll('*'))
    for (const name of element.getAttributeNames())
      if (name.startsWith('data-') || name === 'id' || name === 'class') element.removeAttribute(name);
  const holder = article.ownerDocument.createElement('div');
  holder.append(article);
  return holder.innerHTML;
}
