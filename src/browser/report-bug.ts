import { failureRecord } from '../core/report/recorded-failure.ts';
import { recordFailure } from './failure-log.ts';

/** Errors that nobody expected, to the extension's console and its log: nothing leaves the machine. */
export function reportBug(error: unknown): void {
  // oxlint-disable-next-line no-console -- the one place where a defect is made visible
  console.error('Clipshelf:', error);
  recordFailure(failureRecord(error, Date.now()));
}
