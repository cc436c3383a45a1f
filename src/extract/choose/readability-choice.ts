import { Readability } from '@mozilla/readability';
import type { PageCopy } from '../copy/page-copy.ts';

export interface ReadabilityChoice {
  /** The element of our copy around all that Readability kept. */
  readonly root: Element;
  /** Code blocks, images, tables and formulas of that element that Readability dropped are not among these. */
  readonly kept: ReadonlySet<Element>;
}

const key = 'data-clip-n';
const numbered =
  'div, section, article, main, p, td, pre, img, table, [data-math], ul, ol, blockquote, h2, h3';

/** Where Mozilla's Readability finds the article. Only its choice is taken: its cleaning changes what authors wrote. */
export function readabilityChoice({ document, body }: PageCopy): ReadabilityChoice | null {
  const elements = [...body.querySelectorAll(numbered)];
  for (const [index, element] of elements.entries()) element.setAttribute(key, String(index));
  const trial = document.implementation.createHTMLDocument('');
  trial.replaceChild(trial.importNode(document.documentElement, true), trial.documentElement);
  for (const element of elements) element.removeAttribute(key);
  const content = run(trial);
  if (content === null) return null;
  const kept = new Set<Element>();
  for (const survivor of content.querySelectorAll(`[${key}]`)) {
    const element = elements[Number(survivor.getAttribute(key))];
    if (element !== undefined) kept.add(element);
  }
  const root = around(kept);
  return root === null ? null : { root, kept };
}

/** Readability walks whatever the page made of itself; where it stumbles the other candidates stand. */
function run(trial: Document): Element | null {
  try {
    const options = { disableJSONLD: true, charThreshold: 200, serializer: (node: Node) => node };
    const content = new Readability<Node>(trial, options).parse()?.content ?? null;
    return content instanceof Element ? content : null;
  } catch (error) {
    if (error instanceof Error) return null;
    throw error;
  }
}

/** The innermost element that holds all of them. */
function around(elements: ReadonlySet<Element>): Element | null {
  let root: Element | null = null;
  for (const element of elements) {
    if (root === null) root = element;
    while (root !== null && !root.contains(element)) root = root.parentElement;
  }
  return root;
}
