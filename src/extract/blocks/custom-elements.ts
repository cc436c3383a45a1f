import { discard } from '../account/leave-out.ts';
import type { PageCopy } from '../copy/page-copy.ts';
import { isBlock } from '../article-html/element-kinds.ts';
import { renameElement } from '../copy/rename-element.ts';
import { appendAll } from '../many-nodes.ts';

const parts = /^[a-z]+-(p|h[1-6]|blockquote|quote|code|uli|oli)$/i;

/** Elements of an editor's own that say in their names which block they are: `x-p`, `x-h2`, `x-quote`, `x-uli`. */
export function readCustomElements({ body, document }: PageCopy): void {
  for (const element of body.querySelectorAll('*')) {
    const { localName } = element;
    if (!localName.includes('-')) continue;
    const part = parts.exec(localName)?.[1]?.toLowerCase();
    if (part === undefined) {
      if (isParagraph(element)) renameElement(element, 'p');
      continue;
    }
    if (part === 'code') {
      if (
        /^[^\n]{1,200}$/.test((element.textContent ?? '').trim()) &&
        element.querySelector('div, pre') === null
      )
        renameElement(element, part);
    } else if (part.endsWith('li')) asItem(element, part === 'oli' ? 'ol' : 'ul', document);
    else renameElement(element, part === 'quote' ? 'blockquote' : part);
  }
}

/** What is no text, though its element has words. */
const noText = /(?:^|-)(?:math|tex|latex|katex|code|pre|diagram|mermaid|icon|button|snippet)(?:-|$)/;

/** An element of the page's own with words in it that its style sheet shows as a block (rendered-styles.ts), and no block in it. */
function isParagraph(element: Element): boolean {
  return (
    /display:\s?block/.test(element.getAttribute('style') ?? '') &&
    !noText.test(element.localName) &&
    Array.from(element.childNodes).some((node) => node.nodeType === 3 && /\S/.test(node.nodeValue ?? '')) &&
    !isBlock(element) &&
    element.querySelector('[style*="display:block"]') === null
  );
}

function levelOf(element: Element): string {
  return (
    Array.from(element.attributes).find(({ name }) => /(?:^|-)(?:level|indent)$/.test(name))?.value ?? ''
  );
}

/** The list that stands so many levels down in the last items of one; made where there is none. */
function listAt(top: Element, level: number, kind: 'ol' | 'ul'): Element {
  let list = top;
  for (let down = 0; down < level; down++) {
    const last = list.lastElementChild;
    if (last === null) return list;
    const inner = last.lastElementChild;
    if (inner?.matches('ol, ul') === true) list = inner;
    else {
      const made = top.ownerDocument.createElement(kind);
      last.append(made);
      list = made;
    }
  }
  return list;
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
  const level = Number(/^\d$/.exec(levelOf(element))?.[0] ?? 0);
  if (before?.hasAttribute('data-custom') === true && (level > 0 || before.localName === list)) {
    listAt(before, level, list).append(item);
    discard(element);
    return;
  }
  const holder = document.createElement(list);
  holder.setAttribute('data-custom', '');
  holder.append(item);
  element.replaceWith(holder);
}
