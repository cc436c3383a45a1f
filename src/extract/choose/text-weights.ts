const dense = /^(P|PRE|LI|TD|TH|DD|DT|BLOCKQUOTE|H[1-6]|FIGCAPTION|SUMMARY)$/;
const text = /^(P|PRE|LI|TD)$/;

/** How much article-like text each element holds: its letters, less those of links outside of running text. */
export class TextWeights {
  /** No WeakMap: that one makes the collector's every pass over a long page slow. */
  readonly #weights = new Map<Element, number>();

  #depth = 0;

  constructor(root: Element) {
    this.#weigh(root, null, false, 0);
  }

  /** How many levels the page has. */
  get depth(): number {
    return this.#depth;
  }

  /** @param link factor of the link that the element is in @param inText whether it is in running text */
  #weigh(element: Element, link: number | null, inText: boolean, level: number): number {
    this.#depth = Math.max(this.#depth, level);
    const own = element.tagName === 'A' ? linkFactor(element) : link;
    const running = inText || text.test(element.tagName);
    const factor = own ?? (running || dense.test(element.tagName) ? 1 : 0.6);
    let weight = 0;
    if (element.firstElementChild === null) weight = (element.textContent ?? '').trim().length * factor;
    else {
      for (let child = element.firstChild; child !== null; child = child.nextSibling) {
        if (child.nodeType === 3) weight += (child.nodeValue ?? '').trim().length * factor;
        else if (child instanceof Element) weight += this.#weigh(child, own, running, level + 1);
      }
    }
    if (weight > 0) this.#weights.set(element, weight);
    return weight;
  }

  of(element: Element): number {
    return this.#weights.get(element) ?? 0;
  }
}

function linkFactor(link: Element): number {
  return dense.test(link.parentElement?.tagName ?? '') ? 0.25 : 0.05;
}
