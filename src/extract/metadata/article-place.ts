/** Classes and ids of places whose names, dates and tags belong to the site or to other articles. */
const sideNames =
  /side-?bar|related|recommend|comment|repl(?:y|ies)|timeline-entry|\bnotes?\b|toc|tags?-?cloud|breadcrumb|paginat|post-nav|prev-next|recent|popular|hot-|reference|catlinks/i;
const sideTags = /^(?:nav|aside|form|dialog|cite)$/i;

/** Whether an element stands in a side place that does not hold the article's title as well. */
export function isElsewhere(element: Element, heading: Element | null): boolean {
  for (let place: Element | null = element; place !== null; place = place.parentElement) {
    if (heading !== null && place.contains(heading)) return false;
    if (isSidePlace(place, heading)) return true;
  }
  return false;
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

/** Steps from the title up to the element that holds both: small within the article, large across the page. */
export function stepsApart(element: Element, heading: Element | null): number {
  let steps = 0;
  for (let place = heading; place !== null; place = place.parentElement) {
    if (place.contains(element)) return steps;
    steps++;
  }
  return 99;
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
    if (place.previousElementSibling?.matches('blockquote, q') === true) return true;
    place = place.parentElement;
  }
  return false;
}
