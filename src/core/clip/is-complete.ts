import type { Integrity } from './article.ts';

/** Of what may be the article, a whole one keeps all but a line or two. Extractors before 4 had another measure. */
export const wholeCoverage = { measured: 0.98, before: 0.9 } as const;

/** Of a long article the same share would be whole paragraphs. */
const mostLostWords = 40;

/** Whether a clip says that it is complete: what its line in the reader says, and what the benches hold it to. */
export function isComplete({ rules, found, kept, coverage, leftOut, notice }: Integrity): boolean {
  const least = wholeCoverage[leftOut === undefined ? 'before' : 'measured'];
  const kinds = ['codeBlocks', 'tables', 'formulas', 'images'] as const;
  // A step that stumbled may have left anything as it was.
  if (notice !== undefined || rules.some((rule) => rule.startsWith('failed/'))) return false;
  const lost = (leftOut ?? []).reduce((sum, { isMissing, words }) => sum + (isMissing ? words : 0), 0);
  return lost <= mostLostWords && coverage >= least && kinds.every((kind) => kept[kind] >= found[kind]);
}
