import { appendAll } from '../many-nodes.ts';

/** Puts an element of another name, with the same attributes and children, in an element's place. */
export function renameElement(element: Element, name: string): HTMLElement {
  const renamed = element.ownerDocument.createElement(name);
  for (const { name: key, value } of element.attributes) {
    if (/^[a-z_][\w.:-]*$/i.test(key)) renamed.setAttribute(key, value);
  }
  appendAll(renamed, element.childNodes);
  element.replaceWith(renamed);
  return renamed;
}
