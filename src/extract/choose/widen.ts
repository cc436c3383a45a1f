import { leaveOut } from '../account/leave-out.ts';
import type { PageCopy } from '../copy/page-copy.ts';
import { textLengthOf, plainInkOf } from '../boilerplate/ink.ts';

const text = /^(?:P|PRE|UL|OL|DL|TABLE|BLOCKQUOTE)$/;
const holder = /^(?:DIV|SECTION|ARTICLE|MAIN|CENTER|FONT|DETAILS|FIGURE)$/;
const furniture = /^(?:NAV|FOOTER|ASIDE|HEADER|BUTTON|FORM)$/;

/**
 * The element round the chosen one beside which nothing but furniture is left: parts of one article may stand side by
 * side in elements that nobody marked. What stands beside them and is furniture leaves the page.
 * @param least what must stand beside an element for it to be widened, as a share of its own text
 */
export function widen(chosen: Element, copy: PageCopy, least: number): Element {
  const { body } = copy;
  let root = chosen;
  for (let inner = chosen; inner !== body && inner.parentElement !== null; inner = inner.parentElement) {
    let beside = 0;
    for (const each of inner.parentElement.children) if (each !== inner) beside += passageIn(each);
    if (beside > 0 && beside >= textLengthOf(inner) * least) root = inner.parentElement;
  }
  if (root === chosen) return root;
  for (let inner = chosen; inner !== root && inner.parentElement !== null; inner = inner.parentElement) {
    const left = [...inner.parentElement.children].filter((each) => each !== inner && isFurniture(each));
    for (const each of left) leaveOut(each, 'navigation', 'choice/beside');
  }
  return root;
}

/** How much text of the article's kind an element is: sentences, code or tables that are no list of links. */
function passageIn(element: Element): number {
  const isText = text.test(element.tagName);
  if (!isText && !(holder.test(element.tagName) && element.querySelector('p, pre, td, li, dd') !== null))
    return 0;
  const ink = textLengthOf(element);
  const plain = plainInkOf(element);
  return plain >= (isText ? 40 : 60) && plain >= ink * 0.6 ? plain : 0;
}

function isFurniture(element: Element): boolean {
  if (furniture.test(element.tagName)) return plainInkOf(element) < 150;
  if (!text.test(element.tagName) && !holder.test(element.tagName)) return false;
  const ink = textLengthOf(element);
  return (
    ink > 0 &&
    plainInkOf(element) < Math.min(ink * 0.5, 150) &&
    element.querySelector('pre, img, [data-math]') === null
  );
}
