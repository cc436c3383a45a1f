import type { Integrity } from './article.ts';

/** Of the text, a whole article keeps all but what is not prose: captions, buttons, counters. */
const wholeCoverage = 0.9;

/** Whether a clip says that it is complete: what its line in the reader says, and what the benches hold it to. */
export function isComplete({ found, kept, coverage }: Integrity): boolean {
  const kinds = ['codeBlocks', 'tables', 'formulas', 'images'] as const;
  return coverage >= wholeCoverage && kinds.every((kind) => kept[kind] >= found[kind]);
}
