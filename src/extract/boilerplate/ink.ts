/** How many characters an element shows, without white space. */
export function textLengthOf(element: Element): number {
  return (element.textContent ?? '').replace(/\s+/g, '').length;
}

/** The same outside of its links. */
export function plainInkOf(element: Element): number {
  let linked = 0;
  for (const link of element.getElementsByTagName('a')) linked += textLengthOf(link);
  return textLengthOf(element) - linked;
}
