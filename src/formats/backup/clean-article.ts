import { sanitizeArticle } from '../../extract/sanitize.ts';

/** Article HTML through the sanitiser: for readBackup. What a Clipshelf stored comes out as it is. Needs a document. */
export function cleanArticle(html: string): string {
  const clean = sanitizeArticle(html);
  const holder = document.implementation.createHTMLDocument('').body;
  holder.append(clean);
  return holder.innerHTML;
}
