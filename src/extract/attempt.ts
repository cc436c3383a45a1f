import { Failure } from '../core/failure.ts';
import type { PageCopy } from './copy/page-copy.ts';

/**
 * One step of many: where it stumbles over what a page made of itself, the article is made with `without` in the place of
 * what it gives, and the clip says so (`failed/NAME` among its rules).
 */
export function attempt<Result>(
  copy: PageCopy,
  name: string,
  step: (copy: PageCopy) => Result,
  without: Result,
): Result {
  try {
    return step(copy);
  } catch (error) {
    return stumbled(copy, name, error, without);
  }
}

/** As attempt, of a step that rests between. */
export function* attemptInSteps<Result>(
  copy: PageCopy,
  name: string,
  step: Generator<string, Result>,
  without: Result,
): Generator<string, Result> {
  try {
    return yield* step;
  } catch (error) {
    return stumbled(copy, name, error, without);
  }
}

function stumbled<Result>(copy: PageCopy, name: string, error: unknown, without: Result): Result {
  if (error instanceof Failure) throw error;
  copy.rules.add(`failed/${name}`);
  return without;
}
