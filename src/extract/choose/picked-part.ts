import { Failure } from '../../core/failure.ts';
import type { LiveCopy } from '../copy/read-live-page.ts';
import type { PageCopy } from '../copy/page-copy.ts';
import { appendAll } from '../many-nodes.ts';

/** On the part of a page that the user picked; it stays in the kept source, so that re-extraction takes the same part. */
const mark = 'data-clip-part';
/** What cannot stand without what is round it. */
const rows = 'tr, tbody, thead, tfoot, caption, colgroup, col';
/** What holds a part of its own but cannot be put into another element. */
const cells = 'body, td, th, li, dt, dd, summary, figcaption';

/**
 * Marks the copy of the part that the user picked; null where none was. What the page itself marks in this way is not
 * believed. The page must not have changed since it was copied.
 * @throws Failure `page/no-article` where the part is not in the page any more
 */
export function markPart(live: LiveCopy, document: Document, part: Element | null): void {
  for (const forged of live.root.querySelectorAll(`[${mark}]`)) forged.removeAttribute(mark);
  if (part === null) return;
  const place = Array.from(Document.prototype.getElementsByTagName.call(document, '*')).indexOf(part);
  const copied = place < 1 ? live.root : live.root.getElementsByTagName('*')[place - 1];
  if (place < 0 || copied === undefined) throw new Failure('page/no-article', 'the part is gone');
  copied.setAttribute(mark, '');
}

/** Whether a kept page has a part that the user picked. */
export function hasPart(document: Document): boolean {
  return document.querySelector(`[${mark}]`) !== null;
}

/** Puts the marked part into an element of its own, since steps write anew what they know. */
export function holdPart({ body, document }: PageCopy): void {
  const marked = body.matches(`[${mark}]`) ? body : body.querySelector(`[${mark}]`);
  if (marked === null) return;
  const part = marked.matches(rows) ? (marked.closest('table') ?? marked) : marked;
  marked.removeAttribute(mark);
  const holder = document.createElement('div');
  holder.setAttribute(mark, '');
  if (part.matches(cells)) {
    appendAll(holder, part.childNodes);
    part.append(holder);
    return;
  }
  // Its name may be that of furniture; the user knows better.
  for (const name of ['class', 'id', 'role']) part.removeAttribute(name);
  part.replaceWith(holder);
  holder.append(part);
}

/**
 * The part as the article, apart from what stands round it.
 * @throws Failure `page/no-article` where there is none
 */
export function takePart({ body, document, rules }: PageCopy): Element {
  const holder = body.querySelector(`[${mark}]`);
  if (holder === null) throw new Failure('page/no-article', 'the part is gone');
  const article = document.createElement('article');
  for (const child of Array.from(holder.childNodes)) article.append(plain(child));
  body.prepend(article);
  rules.add('choice/part');
  return article;
}

/** An element that is furniture by its kind is pruned wherever it stands: its content is what was picked. */
function plain(node: ChildNode): ChildNode {
  if (!(node instanceof Element) || !/^(?:NAV|FOOTER|HEADER|ASIDE|DIALOG)$/.test(node.tagName)) return node;
  const holder = node.ownerDocument.createElement('div');
  appendAll(holder, node.childNodes);
  return holder;
}
