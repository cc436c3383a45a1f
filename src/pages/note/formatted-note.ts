import { sanitizeArticle } from '../../extract/sanitize.ts';
import { markdownToHtml } from '../../formats/markdown/read/markdown-to-html.ts';
import { dressLinks } from './dress-links.ts';

/** A note's Markdown as elements, sanitised. It loads nothing of the web: of an image its alternative text is left. */
export function formattedNote(note: string): DocumentFragment {
  const content = sanitizeArticle(markdownToHtml(note));
  for (const image of content.querySelectorAll('img')) image.replaceWith(image.alt);
  dressLinks(content);
  return content;
}
