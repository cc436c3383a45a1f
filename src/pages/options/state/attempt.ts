import { Failure, type FailureCode } from '../../../domain/failure.ts';

/** Makes a runner of work whose expected failures are shown by `onFailure`, and whose unexpected ones are reported too. */
export function attemptWith(
  onFailure: (code: FailureCode) => void,
  reportBug: (error: unknown) => void,
): (work: () => Promise<void>) => void {
  return (work) => {
    void work().catch((error: unknown) => {
      if (!(error instanceof Failure)) reportBug(error);
      onFailure(error instanceof Failure ? error.code : 'bug');
    });
  };
}
