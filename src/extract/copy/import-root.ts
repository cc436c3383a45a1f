import { childrenOf, outerOf } from './despite-form.ts';

/** Elements of one formula from which on the browser's own copying takes long: it looks at all in a row for each of them. */
const crowded = 2_000;

/** A deep copy of a page's root for another document, in time that grows with the page and not with its square. */
export function importRoot(live: Element, document: Document): Element {
  const holders = new Set<Element>();
  for (const math of Element.prototype.getElementsByTagName.call(live, 'math')) {
    if (math.getElementsByTagName('*').length < crowded) continue;
    for (let each: Element | null = math; each !== null && !holders.has(each); each = outerOf(each))
      holders.add(each);
  }
  return holders.size === 0 ? document.importNode(live, true) : copyOf(live, document, holders);
}

/** @param holders the crowded formulas and all that they stand in */
function copyOf(element: Element, document: Document, holders: ReadonlySet<Element>): Element {
  if (element.localName === 'math') return plainCopy(element, document);
  const copy = document.importNode(element, false);
  for (const child of childrenOf(element)) {
    copy.appendChild(
      child instanceof Element && holders.has(child)
        ? copyOf(child, document, holders)
        : document.importNode(child, true),
    );
  }
  return copy;
}

/** A formula of elements that are MathML by their names only, of which the browser knows no rows. */
function plainCopy(element: Element, document: Document): Element {
  const copy = document.createElementNS(null, element.localName);
  for (const { name, value } of element.attributes) copy.setAttribute(name, value);
  for (const child of element.childNodes) {
    copy.appendChild(
      child instanceof Element && child.namespaceURI === element.namespaceURI
        ? plainCopy(child, document)
        : document.importNode(child, true),
    );
  }
  return copy;
}
