import type { ClipBody } from './clip.ts';

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
