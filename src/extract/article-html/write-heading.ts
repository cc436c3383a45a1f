import { leaveOut } from '../account/leave-out.ts';
import { trimBreaks } from './block-writer.ts';
import type { WritingContext } from './writing-context.ts';
import { writeInlines } from './write-inline.ts';
import { replaceWithAll } from '../many-nodes.ts';
import { isPermalinkSign } from '../permalink-sign.ts';

const permalink =
  /(^|[\s_-])(header-?link|header-?anchor|heading-?anchor|anchor|anchor-?link|hash-?link|perma-?link|direct-?link|headline-hash|heading-self-link|heading-link|markdown-?it-?anchor|toc-backref|sl-anchor-link|subheading-anchor|deep-?link|anchorjs-link|edit-section|mw-editsection|copy-link|hover-link)([\s_-]|$)/i;

/** Numbers that a generator gave the headings. */
const numbers = '.header-section-number, .section-number, [class^="section-number-"]';

/** A heading's words, without the links to itself that generators add. */
export function writeHeading(element: Element, context: WritingContext): HTMLElement {
  for (const number of element.querySelectorAll(numbers)) leaveOut(number, 'controls', 'heading/number');
  for (const link of element.querySelectorAll(
    'a, button, .anchor, .header-anchor, .mw-editsection, .sr-only, .visually-hidden',
  )) {
    if (isPermalink(link)) leaveOut(link, 'controls', 'heading/permalink');
    else if (isSelfLink(link)) replaceWithAll(link, link.childNodes);
  }
  const heading = context.document.createElement(element.localName);
  writeInlines(element, heading, context);
  for (const br of heading.querySelectorAll('br')) br.replaceWith(' ');
  trimBreaks(heading);
  const last = heading.lastChild;
  if (last instanceof Text) last.data = last.data.replace(/(?<!\s)\s*[¶🔗\ue000-\uf8ff]\s*$/u, '');
  return heading;
}

function isPermalink(link: Element): boolean {
  const text = link.textContent ?? '';
  if (isPermalinkSign(text) && link.querySelector('img, code') === null) return true;
  const href = link.getAttribute('href') ?? '#';
  if (!href.includes('#')) return false;
  return (
    permalink.test(link.getAttribute('class') ?? '') &&
    (/^(permalink|link|anchor|copy link|direct link.*|link to.*|section titled.*|permalink to.*)$/i.test(
      text.trim(),
    ) ||
      link.getAttribute('aria-hidden') === 'true') &&
    text.trim() !== (link.closest('h1, h2, h3, h4, h5, h6')?.textContent ?? '').trim()
  );
}

function isSelfLink(link: Element): boolean {
  return (
    (link.getAttribute('href') ?? '').startsWith('#') &&
    !link.hasAttribute('data-footnote-ref') &&
    link.parentElement?.hasAttribute('data-footnote-ref') !== true
  );
}
