import { failureCode } from '../core/failure.ts';
import { failureText } from './failure-text.ts';
import type { Toasts } from './toasts.ts';
import type { Translation } from './translation.ts';

/** Runs what the user asked for, and says what fails. */
export type Attempt = (work: () => Promise<unknown>) => void;

export interface AttemptDependencies {
  readonly toasts: Toasts;
  readonly translation: Translation;
  readonly reportBug: (error: unknown) => void;
}

/** The one way in which pages say that what the user asked for failed: in a message that stays until it is closed. */
export function sayFailure({
  toasts,
  translation,
  reportBug,
}: AttemptDependencies): (error: unknown) => void {
  return (error) => {
    const { message } = failureText(failureCode(error, reportBug));
    toasts.show({ text: translation.t(message), stays: true });
  };
}

/** Runs work that may fail and reports its failure where the user sees it. */
export function createAttempt(dependencies: AttemptDependencies): Attempt {
  const fail = sayFailure(dependencies);
  return (work) => {
    void work().catch(fail);
  };
}
