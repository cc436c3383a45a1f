import { isAllowedValue, attributes, tags } from '../article-names.ts';
import { replaceWithAll } from '../many-nodes.ts';

const elements = new Set(tags);
const allowed = new Set(attributes);

/**
 * Holds what the writers made to docs/article-html.md: an element that is not named there gives way to its content,
 * an attribute goes. The tree was built node by node and never parsed, so that a plain walk is enough; whoever puts
 * the HTML into a document parses it, and sanitises it (sanitize.ts) then. DOMPurify here took 40 % of a long page.
 */
export function enforceAllowlist(article: HTMLElement): void {
  for (const element of article.querySelectorAll('*')) {
    if (!elements.has(element.localName)) replaceWithAll(element, element.childNodes);
    else if (element.attributes.length > 0) keepAttributes(element);
  }
}

function keepAttributes(element: Element): void {
  for (const { name, value } of Array.from(element.attributes)) {
    const isLanguage = name === 'class' && element.localName === 'code' && /^language-[^\s"<>]+$/.test(value);
    const kept = name === 'class' ? isLanguage : allowed.has(name) && isAllowedValue(name, value);
    if (!kept) element.removeAttribute(name);
  }
}
