/** Set on what the page shows over its text, wherever that is scrolled to: greetings, bars, questions about cookies. */
export const floatingMark = 'data-clip-floating';

/** Elements of which it is asked. */
export const floating: ReadonlySet<string> = new Set(['DIV', 'SECTION', 'ASIDE', 'FOOTER', 'HEADER']);

/** Whether an element is one of the body's own parts, or of one of them. */
export function isNear(element: Element, root: Element): boolean {
  const outer = element.parentElement?.parentElement ?? null;
  return outer !== null && (outer === root || outer.parentElement === root);
}

export function isFloating(element: Element, view: Window): boolean {
  return view.getComputedStyle(element).position === 'fixed';
}
