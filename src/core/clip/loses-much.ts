import type { Clip } from './clip.ts';

/** Whether less than half of the words would be left, or none of the code, pictures or formulas that were there. */
export function losesMuch(before: Measured, after: Measured): boolean {
  const pieces = ['codeBlocks', 'images', 'formulas'] as const;
  return after.words < before.words / 2 || pieces.some((piece) => before[piece] > 0 && after[piece] === 0);
}

type Measured = Pick<Clip, 'words' | 'codeBlocks' | 'images' | 'formulas'>;
