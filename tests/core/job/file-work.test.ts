import { expect, test } from 'vitest';
import { afterEntry, newFileWork, positionOf } from '../../../src/core/job/file-work.ts';
import type { ImportProblem } from '../../../src/core/job/import-problem.ts';

const problem = (line: number): ImportProblem => ({
  kind: 'problem',
  reason: 'no-url',
  line,
  entry: null,
  excerpt: '',
});
const nothing = { version: false, note: false, fromTrash: false };

test('a file begins at its first entry', () => {
  const work = newFileWork('copy', 'replace', 'day-first');
  expect(work).toMatchObject({
    copy: 'copy',
    mode: 'replace',
    order: 'day-first',
    problems: [],
    failure: null,
  });
  expect(newFileWork('copy', 'merge').order).toBeNull();
  expect(positionOf(work)).toBe(0);
});

test('each entry moves it on by one, whatever became of it', () => {
  let work = newFileWork('copy', 'merge');
  work = afterEntry(work, { outcome: 'added', problems: [] });
  work = afterEntry(work, { outcome: 'added', problems: [] });
  work = afterEntry(work, { outcome: 'merged', kept: nothing, problems: [] });
  work = afterEntry(work, { outcome: 'failed', problems: [problem(7)] });
  expect(work).toMatchObject({ added: 2, merged: 1, failed: 1 });
  expect(work.problems.map(({ line }) => line)).toEqual([7]);
  expect(positionOf(work)).toBe(4);
});

test('what a merge keeps in another place is counted, each for itself', () => {
  let work = newFileWork('copy', 'merge');
  work = afterEntry(work, { outcome: 'added', problems: [] });
  expect(work.kept).toEqual({ versions: 0, notes: 0, fromTrash: 0 });
  work = afterEntry(work, { outcome: 'merged', kept: { ...nothing, version: true }, problems: [] });
  work = afterEntry(work, {
    outcome: 'merged',
    kept: { version: true, note: true, fromTrash: false },
    problems: [],
  });
  work = afterEntry(work, { outcome: 'merged', kept: { ...nothing, fromTrash: true }, problems: [] });
  work = afterEntry(work, { outcome: 'failed', problems: [] });
  expect(work.kept).toEqual({ versions: 2, notes: 1, fromTrash: 1 });
});

test('the first 500 problems are kept, all are counted', () => {
  let work = newFileWork('copy', 'merge');
  for (let line = 1; line <= 510; line += 1)
    work = afterEntry(work, { outcome: 'failed', problems: [problem(line)] });
  expect(work.failed).toBe(510);
  expect(work.problems).toHaveLength(500);
  expect(work.problems[0]?.line).toBe(1);
});

test('going on, it has forgotten why it stood still', () => {
  const paused = { ...newFileWork('copy', 'merge'), failure: 'store/full' as const };
  expect(afterEntry(paused, { outcome: 'added', problems: [] }).failure).toBeNull();
});
