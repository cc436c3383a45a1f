import type { Integrity, Article } from './article.ts';
import type { ClipBody, Clip } from './clip.ts';

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

/** Fewer words than this, and nothing else, is what a page shows that has yet to write itself. */
const fewWords = 50;

/** Whether an article may be no more than the shell that a page's scripts will fill. */
export function isThin({ measure: { words, codeBlocks, images, tables, formulas } }: Article): boolean {
  return words < fewWords && codeBlocks + images + tables + formulas === 0;
}

/**
 * Whether a text is too little to take the place of another without being asked: none at all, or less than half of its
 * characters, code and formulas among them. What a login page or a page that is gone leaves of an article.
 */
export function isLesser(
  after: Pick<ClipBody, 'html' | 'blocks'>,
  before: Pick<ClipBody, 'html' | 'blocks'>,
): boolean {
  if (before.html === '') return false;
  return after.html === '' || lengthOf(after) < lengthOf(before) / 2;
}

function lengthOf({ blocks }: Pick<ClipBody, 'blocks'>): number {
  return blocks.reduce((sum, { text }) => sum + text.length, 0);
}

/** Whether less than half of the words would be left, or none of the code, pictures or formulas that were there. */
export function losesMuch(before: Measured, after: Measured): boolean {
  const pieces = ['codeBlocks', 'images', 'formulas'] as const;
  return after.words < before.words / 2 || pieces.some((piece) => before[piece] > 0 && after[piece] === 0);
}

type Measured = Pick<Clip, 'words' | 'codeBlocks' | 'images' | 'formulas'>;
