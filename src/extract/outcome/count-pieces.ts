import type { IntegrityCounts } from '../../core/clip/article.ts';

const selectors = {
  codeBlocks: 'pre',
  images: 'img',
  tables: 'table',
  formulas: '[data-math], math',
} as const;

/** How many of the pieces that must not be lost stand in an element. */
export function countPieces(root: Element): IntegrityCounts {
  return countWhere(root, () => true);
}

export function countWhere(root: Element, counts: (piece: Element) => boolean): IntegrityCounts {
  const count = (selector: string): number => [...root.querySelectorAll(selector)].filter(counts).length;
  return {
    codeBlocks: count(selectors.codeBlocks),
    images: count(selectors.images),
    tables: count(selectors.tables),
    formulas: count(selectors.formulas),
  };
}

/** What there was: what came through, and what the account or the writing lost. */
export function foundIn(
  chosen: IntegrityCounts,
  kept: IntegrityCounts,
  missing: IntegrityCounts,
): IntegrityCounts {
  const found = (kind: keyof IntegrityCounts): number => Math.max(chosen[kind], kept[kind] + missing[kind]);
  return {
    codeBlocks: kept.codeBlocks + missing.codeBlocks,
    images: found('images'),
    tables: kept.tables + missing.tables,
    formulas: found('formulas'),
  };
}
