/** Set on what the page's style sheets hide, for the steps that decide about it. */
export const hiddenMark = 'data-clip-hidden';

/** Elements that are never drawn, or whose content opens by itself. */
const apart =
  /^(?:SCRIPT|STYLE|TEMPLATE|NOSCRIPT|LINK|META|OPTION|OPTGROUP|DATALIST|SOURCE|TRACK|AREA|MAP|PARAM|IFRAME|svg|math|DETAILS|DIALOG|AUDIO|VIDEO|BR|WBR)$/;

/**
 * Marks in the copy what the live page does not show: asked of its style sheets where it is laid out, otherwise of the
 * classes that its own style elements hide. `copy` is the faithful copy of `live`.
 */
export function markHidden(live: Element, copy: Element): void {
  const view = live.ownerDocument.defaultView;
  const laidOut = view !== null && isShown(live);
  const isHidden = laidOut ? (element: Element) => !isShown(element) : hiddenByStyles(live.ownerDocument);
  if (isHidden === null) return;
  const ours = live.ownerDocument.createTreeWalker(live, 1);
  const theirs = copy.ownerDocument.createTreeWalker(copy, 1);
  let into = true;
  while (step(ours, into)) {
    step(theirs, into);
    const element = ours.currentNode;
    const twin = theirs.currentNode;
    into = true;
    if (!(element instanceof Element) || !(twin instanceof Element)) continue;
    if (apart.test(element.tagName)) into = false;
    else if (isHidden(element)) {
      twin.setAttribute(hiddenMark, '');
      into = false;
    }
  }
}

function step(walker: TreeWalker, into: boolean): boolean {
  if (into && walker.firstChild() !== null) return true;
  for (;;) {
    if (walker.nextSibling() !== null) return true;
    if (walker.parentNode() === null) return false;
  }
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
export function hiddenClasses(css: string): readonly string[] {
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
