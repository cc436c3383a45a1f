/** Set on what the page's style sheets hide, for the steps that decide about it. */
export const hiddenMark = 'data-clip-hidden';

/** What is asked, but for what stands within code, opens by itself or is never drawn. */
const asked =
  ':is(div, section, article, aside, header, footer, nav, p, ul, ol, dl, li, dd, table, figure, blockquote, img, picture, h1, h2, h3, h4, h5, h6, span[class], a[class], small, label)';
const unasked = 'pre, details, noscript, template, svg';

/**
 * Marks in the copy what the live page does not show: asked of its style sheets where it is laid out, otherwise of the
 * classes that its own style elements hide. `copy` is the faithful copy of `live`.
 */
export function markHidden(live: Element, copy: Element): void {
  const view = live.ownerDocument.defaultView;
  const body = live.querySelector(':scope > body') ?? live;
  const laidOut = view !== null && isShown(body);
  const isHidden = laidOut ? (element: Element) => !isShown(element) : hiddenByStyles(live.ownerDocument);
  if (isHidden === null) return;
  const found: number[] = [];
  const hidden: Element[] = [];
  for (const [index, element] of live.querySelectorAll(asked).entries()) {
    if (hidden.at(-1)?.contains(element) === true || !isHidden(element)) continue;
    if ((element.parentElement?.closest(unasked) ?? null) !== null) continue;
    found.push(index);
    hidden.push(element);
  }
  if (found.length === 0) return;
  const copies = copy.querySelectorAll(asked);
  for (const index of found) copies[index]?.setAttribute(hiddenMark, '');
}

function isShown(element: Element): boolean {
  return Element.prototype.checkVisibility.call(element);
}

/** Whether an element is hidden by a rule for its class alone; null where there is no such rule. */
function hiddenByStyles(document: Document): ((element: Element) => boolean) | null {
  const hidden = new Set<string>();
  for (const style of document.querySelectorAll('style')) {
    for (const name of hiddenClasses((style.textContent ?? '').slice(0, 200_000))) hidden.add(name);
  }
  if (hidden.size === 0) return null;
  return (element) => Array.from(element.classList).some((name) => hidden.has(name));
}

/** The classes of rules outside of any condition whose whole selector is one class, and that say `display: none`. */
function hiddenClasses(css: string): readonly string[] {
  const names: string[] = [];
  let depth = 0;
  let from = 0;
  let selector = '';
  for (let at = 0; at < css.length; at++) {
    const sign = css[at];
    if (sign === '{') {
      if (depth === 0) selector = css.slice(from, at);
      depth += 1;
      from = at + 1;
    } else if (sign === '}') {
      depth = Math.max(0, depth - 1);
      if (depth === 0) {
        const isRule = !selector.includes('@') && /display\s?:\s?none/.test(css.slice(from, at));
        if (isRule) {
          for (const part of selector.split(',')) {
            const name = /^\.([\w-]+)$/.exec(part.trim())?.[1];
            if (name !== undefined) names.push(name);
          }
        }
        from = at + 1;
      }
    }
  }
  return names;
}
