import { toArticleHtml } from '../article-html/to-article-html.ts';
import type { PageCopy } from '../copy/page-copy.ts';
import { enforceAllowlist } from '../outcome/enforce-allowlist.ts';

/** The passage as article HTML, written as the article itself is; null where that is longer than `room`. */
export function putBackHtml(
  copy: PageCopy,
  holder: Element,
  elements: readonly Element[],
  room: number,
): string | null {
  const passage = copy.document.createElement('div');
  for (const part of holder.tagName === 'BODY' ? elements : [holder]) passage.append(part.cloneNode(true));
  if ((passage.textContent ?? '').length > room) return null;
  const article = toArticleHtml(copy, passage);
  enforceAllowlist(article);
  const html = article.innerHTML;
  return html === '' || html.length > room ? null : html;
}
