export interface Count {
  readonly passed: number;
  readonly failed: number;
}

/**
 * What vitest's JSON report says. A file that did not load, an error outside of any test, or a missing report counts as
 * one failure; a run without a single test does too.
 */
export function countTests(report: unknown, exitedWell: boolean): Count {
  if (!isReport(report)) return { passed: 0, failed: 1 };
  const { numPassedTests: passed, numFailedTests: failed, testResults } = report;
  const unloaded = testResults.filter(
    (file) => file.status === 'failed' && file.assertionResults.length === 0,
  ).length;
  const counted = failed + unloaded;
  const silent = counted === 0 && (!exitedWell || passed === 0) ? 1 : 0;
  return { passed, failed: counted + silent };
}

/** What failed, a line or a few each: file, test and the beginning of its message. Short: a log may be cut. */
export function describeFailures(report: unknown): readonly string[] {
  if (!isReport(report)) return [];
  return report.testResults.flatMap((file) => {
    const failed = file.assertionResults.filter((one) => one.status === 'failed');
    const told = failed.map((one) => [one.fullName, ...(one.failureMessages ?? [])].join('\n'));
    const unloaded = file.status === 'failed' && failed.length === 0 ? [file.message ?? ''] : [];
    return [...told, ...unloaded].map((text) => `${file.name ?? ''}: ${text.slice(0, longestFailure)}`);
  });
}

const longestFailure = 600;

interface Report {
  readonly numPassedTests: number;
  readonly numFailedTests: number;
  readonly testResults: readonly {
    readonly name?: string;
    readonly message?: string;
    readonly status: string;
    readonly assertionResults: readonly {
      readonly status?: string;
      readonly fullName?: string;
      readonly failureMessages?: readonly string[];
    }[];
  }[];
}

function isReport(report: unknown): report is Report {
  return (
    typeof report === 'object' &&
    report !== null &&
    'numPassedTests' in report &&
    'numFailedTests' in report &&
    'testResults' in report &&
    Array.isArray(report.testResults)
  );
}
