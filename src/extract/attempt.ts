import { Failure } from '../core/failure.ts';
import type { PageCopy } from './copy/page-copy.ts';

/**
 * One step of many: where it stumbles over what a page made of itself, the article is made without it, and the clip says
 * so (`failed/NAME` among its rules).
 */
export function attempt(copy: PageCopy, name: string, step: (copy: PageCopy) => void): void {
  try {
    step(copy);
  } catch (error) {
    if (error instanceof Failure) throw error;
    copy.rules.add(`failed/${name}`);
  }
}
