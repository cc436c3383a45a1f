import type { Passage } from '../../src/core/highlight/find-passage.ts';
import { anything } from '../../src/core/highlight/squeezed-text.ts';
import { type PageText, pageTexts } from '../../src/content/highlights/page-texts.ts';
import { passageOf } from '../../src/content/highlights/selected-passage.ts';

export interface Selected {
  readonly kind: 'prose' | 'heading' | 'code' | 'formula';
  /** All text of the element that the selection is in. */
  readonly element: string;
  readonly passage: Passage;
}

/** What no article is in; of a title of the page, the clip has the words as its title. */
const outside =
  'nav, header, footer, aside, h1, [role="navigation"], [class*="toc" i], [id*="toc" i], [class*="sidebar" i], [class*="opens new" i]';
const blocks = 'p, li, dd, td, h1, h2, h3, h4, h5, h6, pre';

/** Passages that a person could have selected on this page: a part of the text of one element each. */
export default ([count, seed]: readonly [number, number]): readonly Selected[] => {
  const random = seeded(seed);
  const texts = pageTexts(document.body, anything);
  const elements = [...document.querySelectorAll(blocks)].filter(
    (element) =>
      element.querySelector(blocks) === null &&
      element.closest(outside) === null &&
      element.textContent.trim().length >= 20 &&
      (element.tagName === 'PRE' || element.closest('pre') === null),
  );
  const selected: Selected[] = [];
  for (let tries = 0; tries < 8 * count && selected.length < count && elements.length > 0; tries += 1) {
    const element = elements[Math.floor(random() * elements.length)];
    const own = element === undefined ? [] : texts.filter(({ node }) => element.contains(node));
    const range = element === undefined ? null : rangeIn(own, random);
    if (element === undefined || range === null) continue;
    const passage = passageOf(texts, range);
    if (passage.quote.replaceAll(anything, '').trim().length < 8) continue;
    selected.push({ kind: kindOf(element, passage), element: own.map(({ text }) => text).join(''), passage });
  }
  return selected;
};

function kindOf(element: Element, { quote }: Passage): Selected['kind'] {
  if (element.tagName === 'PRE') return 'code';
  if (/^H\d$/.test(element.tagName)) return 'heading';
  // Scripts do not run in stored pages: some show the source.
  return /\uFFFC|\\[()[\]]|\$[^$]+\$/.test(quote) ? 'formula' : 'prose';
}

function rangeIn(texts: readonly PageText[], random: () => number): Range | null {
  const nodes = texts.flatMap(({ node }) => (node instanceof Text && node.data.trim() !== '' ? [node] : []));
  const all = nodes.reduce((sum, node) => sum + node.length, 0);
  if (all < 10) return null;
  const start = Math.floor(random() ** 2 * (all - 8));
  const end = Math.min(all, start + 8 + Math.floor(random() ** 2 * 300));
  const range = document.createRange();
  let at = 0;
  for (const node of nodes) {
    if (start >= at && start < at + node.length) range.setStart(node, start - at);
    if (end > at && end <= at + node.length) range.setEnd(node, end - at);
    at += node.length;
  }
  return range.collapsed ? null : range;
}

function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}
