import type { Article } from './article.ts';

/** Fewer words than this, and nothing else, is what a page shows that has yet to write itself. */
const fewWords = 50;

/** Whether an article may be no more than the shell that a page's scripts will fill. */
export function isThin({ measure: { words, codeBlocks, images, tables, formulas } }: Article): boolean {
  return words < fewWords && codeBlocks + images + tables + formulas === 0;
}
