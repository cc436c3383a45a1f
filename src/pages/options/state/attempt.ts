import { type FailureCode, failureCode } from '../../../core/failure.ts';

/** Makes a runner of work whose expected failures are shown by `onFailure`, and whose unexpected ones are reported too. */
export function attemptWith(
  onFailure: (code: FailureCode) => void,
  reportBug: (error: unknown) => void,
): (work: () => Promise<unknown>) => void {
  return (work) => {
    void work().catch((error: unknown) => onFailure(failureCode(error, reportBug)));
  };
}
