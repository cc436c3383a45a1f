import { expect, test } from 'vitest';
import { type ProblemFacts, problemReport } from '../../src/core/report/problem-report.ts';
import { failureRecord, withoutPrivateParts } from '../../src/core/report/recorded-failure.ts';

const counts = { codeBlocks: 2, images: 0, tables: 1, formulas: 0 };
const facts: ProblemFacts = {
  version: '1.2.0',
  browser: 'Firefox 142',
  language: 'zh-CN',
  clips: 12,
  trashed: 1,
  used: 2_500_000,
  problems: ['clip abc has no body'],
  failures: [failureRecord(new TypeError('x is undefined'), 0)],
  lastClip: {
    url: 'https://secret.example/plan?token=abc',
    integrity: {
      extractorVersion: '4',
      rules: ['code/hexo-table'],
      found: counts,
      kept: { ...counts, codeBlocks: 1 },
      restored: { ...counts, codeBlocks: 0, tables: 0 },
      coverage: 0.912,
      leftOut: [
        {
          reason: 'navigation',
          rule: 'prune/name',
          text: 'the secret plan',
          words: 42,
          isMissing: true,
          after: 3,
          html: '<p>the secret plan</p>',
        },
      ],
    },
  },
};

test('a report says what helps to find the fault', () => {
  const text = problemReport(facts, false);
  for (const part of [
    'Clipshelf 1.2.0, Firefox 142',
    'clips: 12, in the trash: 1, used: 2.5 MB',
    'clip abc has no body',
    '91.2 % of the text, codeBlocks 1 of 2',
    'code/hexo-table',
    'left out: 42 words, navigation, prune/name, missing',
    'TypeError: x is undefined',
  ])
    expect(text).toContain(part);
});

test('it has no address unless the user wants it, and never the words of a page', () => {
  expect(problemReport(facts, false)).not.toMatch(/secret/);
  const chosen = problemReport(facts, true);
  expect(chosen).toContain('https://secret.example/plan?token=abc');
  expect(chosen).not.toContain('the secret plan');
});

test.each([
  ['cannot read https://a.example/x?y=1)', 'cannot read <address>)'],
  ['no tag "my secret" here', 'no tag <text> here'],
  ['at f (moz-extension://3c1f5e52-7d0b-4c53-9b6e-2f0a8d6c4e11/assets/a.js:1:2)', 'at f (assets/a.js:1:2)'],
  ['data:text/html,<b>x', '<address>'],
])('of %o the log keeps %o', (text, kept) => {
  expect(withoutPrivateParts(text)).toBe(kept);
});

test('what was thrown without being an error is kept as well, and long ones are cut', () => {
  expect(failureRecord('gone', 7)).toEqual({ at: 7, text: 'gone' });
  expect(failureRecord(new Error('x'.repeat(9000)), 7).text.length).toBeLessThanOrEqual(1200);
});

test('a report without clips, checks and errors is one as well', () => {
  const text = problemReport({ ...facts, problems: null, failures: [], lastClip: null, used: null }, true);
  expect(text).toContain('check of the library: not run');
  expect(text).toContain('no errors since the browser started');
  expect(text).not.toContain('last clip');
});
