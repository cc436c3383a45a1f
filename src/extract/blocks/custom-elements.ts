import { discard } from '../account/leave-out.ts';
import type { PageCopy } from '../copy/page-copy.ts';
import { renameElement } from '../copy/rename-element.ts';
import { appendAll } from '../many-nodes.ts';

const parts = /^[a-z]+-(p|h[1-6]|blockquote|quote|uli|oli)$/i;

/** Elements of an editor's own that say in their names which block they are: `x-p`, `x-h2`, `x-quote`, `x-uli`. */
export function readCustomElements({ body, document }: PageCopy): void {
  for (const element of body.querySelectorAll('*')) {
    const part = parts.exec(element.tagName)?.[1]?.toLowerCase();
    if (part === undefined) continue;
    if (part.endsWith('li')) asItem(element, part === 'oli' ? 'ol' : 'ul', document);
    else renameElement(element, part === 'quote' ? 'blockquote' : part);
  }
}

/** Items that follow each other are one list; the sign before an item's text is not a part of it. */
function asItem(element: Element, list: 'ol' | 'ul', document: Document): void {
  const before = element.previousElementSibling;
  const sign = element.firstElementChild;
  if (
    sign !== null &&
    element.childElementCount > 1 &&
    /^(?:\P{L}{0,3}|\w{1,3}[.)])$/u.test((sign.textContent ?? '').trim())
  )
    discard(sign);
  const item = document.createElement('li');
  appendAll(item, element.childNodes);
  if (before?.localName === list && before.hasAttribute('data-custom')) {
    before.append(item);
    discard(element);
    return;
  }
  const holder = document.createElement(list);
  holder.setAttribute('data-custom', '');
  holder.append(item);
  element.replaceWith(holder);
}
