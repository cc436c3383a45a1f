import { ownVersion } from '../../../browser/own-version.ts';
import type { Attempt } from '../../../ui/attempt.ts';
import { type ProblemReporting, createProblemReporting } from './problem-report.ts';
import { reportServices } from './services.ts';

/** The report of a problem, by this version of ours. */
export function wireProblemReport(
  language: string,
  attempt: Attempt,
): { readonly version: string; readonly reporting: ProblemReporting } {
  const version = ownVersion();
  return { version, reporting: createProblemReporting({ ...reportServices, version, language, attempt }) };
}
