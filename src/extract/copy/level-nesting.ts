import { limits } from '../limits.ts';

/** Lifts what lies deeper than the limit, so that no recursion further on can exhaust the stack. */
export function levelNesting(body: HTMLElement): void {
  let node: Element | null = body;
  let depth = 0;
  while (node !== null) {
    if (node.firstElementChild !== null && depth >= limits.depth) {
      const text = node.textContent ?? '';
      node.replaceChildren(text);
    }
    if (node.firstElementChild !== null) {
      node = node.firstElementChild;
      depth += 1;
      continue;
    }
    while (node !== null && node !== body && node.nextElementSibling === null) {
      node = node.parentElement;
      depth -= 1;
    }
    node = node === body || node === null ? null : node.nextElementSibling;
  }
}
