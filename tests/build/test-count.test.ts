import { expect, test } from 'vitest';
import { countTests, describeFailures } from '../../build/test-count.ts';

const file = (status: string, tests: number) => ({ status, assertionResults: Array.from({ length: tests }) });

test('counts what passed and what failed', () => {
  const report = { numPassedTests: 7, numFailedTests: 2, testResults: [file('failed', 9)] };
  expect(countTests(report, false)).toEqual({ passed: 7, failed: 2 });
});

test('a file that did not load is a failure', () => {
  const report = {
    numPassedTests: 7,
    numFailedTests: 0,
    testResults: [file('passed', 7), file('failed', 0)],
  };
  expect(countTests(report, false)).toEqual({ passed: 7, failed: 1 });
});

test('an exit code that no test explains is a failure', () => {
  const report = { numPassedTests: 7, numFailedTests: 0, testResults: [file('passed', 7)] };
  expect(countTests(report, false)).toEqual({ passed: 7, failed: 1 });
  expect(countTests(report, true)).toEqual({ passed: 7, failed: 0 });
});

test('no report and no test are failures', () => {
  expect(countTests(null, true)).toEqual({ passed: 0, failed: 1 });
  expect(countTests({ numPassedTests: 0, numFailedTests: 0, testResults: [] }, true)).toEqual({
    passed: 0,
    failed: 1,
  });
});

test('says shortly what failed, and which file did not load', () => {
  const failure = { status: 'failed', fullName: 'tags merge', failureMessages: ['expected 1'] };
  const report = {
    numPassedTests: 1,
    numFailedTests: 1,
    testResults: [
      { name: 'a.test.ts', status: 'failed', assertionResults: [{ status: 'passed' }, failure] },
      { name: 'b.test.ts', status: 'failed', message: 'no such module', assertionResults: [] },
      file('passed', 0),
    ],
  };
  expect(describeFailures(report)).toEqual([
    'a.test.ts: tags merge\nexpected 1',
    'b.test.ts: no such module',
  ]);
});
