/**
 * Whether a page is an empty shell that its scripts fill: it has scripts, and an element with an id and nothing in it for
 * them to write to (`<div id="root"></div>`), or says that it does nothing without them.
 */
export function needsScripts(document: Document): boolean {
  if (document.querySelector('script') === null) return false;
  const places = [
    ...document.querySelectorAll('body :is(div, main, section, app-root)[id], body > app-root'),
  ];
  const empty = places.some((place) => place.childElementCount === 0 && place.textContent.trim() === '');
  const notice = document.querySelector('body noscript')?.textContent ?? '';
  return empty || /javascript/i.test(notice);
}
