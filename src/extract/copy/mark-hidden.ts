/** Set on what the page's style sheets hide, for the steps that decide about it. */
export const hiddenMark = 'data-clip-hidden';

const asked = new Set(
  'DIV SECTION ARTICLE ASIDE HEADER FOOTER NAV P UL OL DL LI DD TABLE FIGURE BLOCKQUOTE IMG PICTURE H1 H2 H3 H4 H5 H6 SMALL LABEL'.split(
    ' ',
  ),
);
const askedWithClass = new Set(['SPAN', 'A']);

/** Whether it is asked of an element if it is shown: not of what opens by itself or is never drawn. */
export function mayBeHidden(tag: string, classes: string): boolean {
  return asked.has(tag) || (classes !== '' && askedWithClass.has(tag));
}

/**
 * How to tell what the live page does not show: by its style sheets where it is laid out, otherwise by the classes that its
 * own style elements hide. Null where nothing says so.
 */
export function hiddenTest(live: Element): ((element: Element) => boolean) | null {
  const view = live.ownerDocument.defaultView;
  const body = live.querySelector(':scope > body') ?? live;
  return view !== null && isShown(body)
    ? (element) => !Element.prototype.checkVisibility.call(element, { visibilityProperty: true })
    : hiddenByStyles(live.ownerDocument);
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
