/** Places whose names, dates and tags belong to the site or to other articles. */
const elsewhere =
  'nav, aside, form, dialog, cite, [role="navigation"], [role="complementary"], ' +
  [
    'sidebar',
    'side-bar',
    'widget',
    'related',
    'recommend',
    'comment',
    'reply',
    'replies',
    'toc',
    'tagcloud',
    'tag-cloud',
  ]
    .concat([
      'tags-cloud',
      'breadcrumb',
      'pagination',
      'paginator',
      'post-nav',
      'prev-next',
      'recent',
      'popular',
      'hot-',
    ])
    .flatMap((word) => [`[class*="${word}" i]`, `[id*="${word}" i]`])
    .join(', ');

/** Whether an element stands in a side place that does not hold the article's title as well. */
export function isElsewhere(element: Element, heading: Element | null): boolean {
  for (
    let place = element.closest(elsewhere);
    place !== null;
    place = place.parentElement?.closest(elsewhere) ?? null
  ) {
    if (place.matches('html, body, main, article')) continue;
    if (
      place.matches('[class*="widget" i]') &&
      heading !== null &&
      place.closest('article')?.contains(heading) === true
    ) {
      continue;
    }
    if (heading === null || !place.contains(heading)) return true;
  }
  return false;
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
