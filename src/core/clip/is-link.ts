import type { Clip } from './clip.ts';

/** Whether a clip is a link alone: nothing of the page's text is kept with it. */
export function isLink({
  words,
  codeBlocks,
  images,
  formulas,
}: Pick<Clip, 'words' | 'codeBlocks' | 'images' | 'formulas'>): boolean {
  return words + codeBlocks + images + formulas === 0;
}
