import { shortTextOf } from './text-of.ts';

/** Classes and ids of places whose names, dates and tags belong to the site or to other articles. */
const sideNames =
  /side-?bar|related|recommend|comment|repl(?:y|ies)|timeline-entry|\bnotes?\b|toc|tags?-?cloud|breadcrumb|paginat|post-nav|prev-next|recent|popular|hot-|reference|catlinks/i;
const sideTags = /^(?:nav|aside|form|dialog|cite)$/i;

/** Where elements stand as seen from the article's title; asked of many that share their ancestors. */
export class ArticlePlace {
  readonly heading: Element | null;
  /** The title and what holds it, with the steps up to there. */
  readonly #steps = new Map<Element, number>();
  readonly #elsewhere = new Map<Element, boolean>();

  constructor(heading: Element | null) {
    this.heading = heading;
    let steps = 0;
    for (let place = heading; place !== null; place = place.parentElement) this.#steps.set(place, steps++);
  }

  /** Whether an element stands in a side place that does not hold the article's title as well. */
  isElsewhere(element: Element): boolean {
    if (this.#steps.has(element)) return false;
    const known = this.#elsewhere.get(element);
    if (known !== undefined) return known;
    const parent = element.parentElement;
    const is = isSidePlace(element, this.heading) || (parent !== null && this.isElsewhere(parent));
    this.#elsewhere.set(element, is);
    return is;
  }

  /** Steps from the title up to the element that holds both: small within the article, large across the page. */
  stepsTo(element: Element): number {
    for (let place: Element | null = element; place !== null; place = place.parentElement) {
      const steps = this.#steps.get(place);
      if (steps !== undefined) return steps;
    }
    return 99;
  }

  /** Whether an element is the title or holds it. */
  isRoundTitle(element: Element): boolean {
    return this.#steps.has(element);
  }
}

function isSidePlace(place: Element, heading: Element | null): boolean {
  if (/^(?:html|body|main|article)$/i.test(place.tagName)) return false;
  if (sideTags.test(place.tagName) || /^(?:navigation|complementary)$/.test(place.getAttribute('role') ?? ''))
    return true;
  const names = `${place.getAttribute('class') ?? ''} ${place.id}`;
  if (sideNames.test(names)) return true;
  // A widget of the article's own is one of its parts; elsewhere it is one of the site's.
  return /widget/i.test(names) && (heading === null || place.closest('article')?.contains(heading) !== true);
}

/** Whether an element comes after another in reading order. */
export function isAfter(element: Element, other: Element): boolean {
  return (other.compareDocumentPosition(element) & 4) !== 0;
}

/** Whether an element says who was quoted: it stands right after a quotation, or with one. */
export function isUnderQuotation(element: Element, heading: Element | null): boolean {
  let place: Element | null = element;
  for (let up = 0; place !== null && up < 3; up++) {
    if (heading !== null && place.contains(heading)) return false;
    if (place.matches('blockquote, figure, [class*="testimonial" i]')) return true;
    if (place.querySelector(':scope > blockquote, :scope > q') !== null) return true;
    if (place.previousElementSibling !== null && isQuotation(place.previousElementSibling)) return true;
    place = place.parentElement;
  }
  return false;
}

/** By its name, or by the marks round its words. */
function isQuotation(element: Element): boolean {
  if (element.matches('blockquote, q')) return true;
  const text = shortTextOf(element, 600) ?? '';
  return /^["“”«„「『][^]*["”“»」』][.!?。]?$/u.test(text);
}
