import { cleanName } from './author-name.ts';
import { oneLine, textOf } from './text-of.ts';

/** What says of whom it says it: that of this article, and not of a book that it quotes. */
const label =
  /^[\s*•·【[]*(?:本文|文章|博文|原文)作者[\]】]?\s*[:：]?\s*|^\s*(?:post author|author of (?:this|the) (?:post|article))\s*:\s*/iu;
const anywhere = /(?:本文|文章|博文|原文)作者|post author|author of (?:this|the) (?:post|article)/i;
const elsewhere =
  'pre, code, script, style, textarea, aside, nav, [class*="comment" i], [class*="recommend" i]';
const most = 20;

/** `本文作者：某某` in the box of facts that themes set at the end of a post, however the box is made. */
export function labelledAuthor(document: Document): string | null {
  const body: Node = document.body ?? document;
  if (!anywhere.test(body.textContent ?? '')) return null;
  const walker = document.createTreeWalker(body, 4 /* text */);
  let seen = 0;
  for (let node = walker.nextNode(); node !== null && seen < most; node = walker.nextNode()) {
    const text = node.nodeValue ?? '';
    const holder = node.parentElement;
    if (text.length > 200 || holder === null || !label.test(text)) continue;
    seen += 1;
    if (holder.closest(elsewhere) !== null) continue;
    const name = nameAfter(node, oneLine(text.replace(label, '')));
    if (name !== null) return name;
  }
  return null;
}

/** What follows the label in its text, else the next element, up to where the label's own element ends. */
function nameAfter(text: Node, rest: string): string | null {
  if (/[\p{L}\p{N}]/u.test(rest)) return rest.length <= 40 ? cleanName(rest) : null;
  for (let place: Node | null = text, up = 0; place !== null && up < 3; place = place.parentNode, up++) {
    for (let next = place.nextSibling; next !== null; next = next.nextSibling) {
      const words =
        next.nodeType === 1 && next instanceof Element ? textOf(next) : oneLine(next.nodeValue ?? '');
      const name = words.replace(/^[:：]\s*/, '');
      if (/[\p{L}\p{N}]/u.test(name)) return name.length <= 40 ? cleanName(name) : null;
    }
  }
  return null;
}
