import { Failure, type FailureCode } from '../../../domain/failure.ts';

/** The code to show for what was thrown; what no one expected is reported as well. */
export function failureCode(error: unknown, reportBug: (error: unknown) => void): FailureCode {
  if (error instanceof Failure) return error.code;
  reportBug(error);
  return 'bug';
}
