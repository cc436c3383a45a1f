const dense = /^(P|PRE|LI|TD|TH|DD|DT|BLOCKQUOTE|H[1-6]|FIGCAPTION|SUMMARY)$/;

/** How much article-like text each element holds: its letters, less those of links outside of running text. */
export class TextWeights {
  readonly #weights = new WeakMap<Element, number>();

  constructor(root: Element) {
    const walker = root.ownerDocument.createTreeWalker(root, 4);
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      const ink = (node.nodeValue ?? '').trim().length;
      if (ink === 0) continue;
      const parent = node.parentElement;
      if (parent === null) continue;
      const weight = ink * factor(parent);
      for (
        let outer: Element | null = parent;
        outer !== null;
        outer = outer === root ? null : outer.parentElement
      ) {
        this.#weights.set(outer, (this.#weights.get(outer) ?? 0) + weight);
      }
    }
  }

  of(element: Element): number {
    return this.#weights.get(element) ?? 0;
  }
}

function factor(parent: Element): number {
  const link = parent.tagName === 'A' ? parent : parent.closest('a');
  if (link !== null) return dense.test(link.parentElement?.tagName ?? '') ? 0.25 : 0.05;
  return dense.test(parent.tagName) || parent.closest('p, pre, li, td') !== null ? 1 : 0.6;
}
