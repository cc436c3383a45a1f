import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  type EditPiece,
  type EditWork,
  editedAtOnce,
  isUndoableEdit,
  piecesOf,
  piecesToUndo,
} from '../../../src/core/job/edit-work.ts';
import { progressOfEdit } from '../../../src/core/job/job-progress.ts';

const work = (changes: Partial<EditWork> = {}): EditWork => ({
  change: { kind: 'marks', edit: { starred: true } },
  tags: [],
  pieces: 2,
  seen: 30,
  changed: 20,
  ...changes,
});
const marks = { tags: [], starred: false, readAt: null, trashedAt: null };
const changeOf = (clipId: string) => ({ clipId, before: marks, after: { ...marks, starred: true } });
const piece = (index: number, changes: Partial<EditPiece>): EditPiece => ({
  jobId: 'job',
  index,
  state: 'done',
  clipIds: ['a', 'b'],
  changes: [],
  ...changes,
});

test('each clip is in one piece, in order, and no piece is larger than what a search may wait for', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 90 }).map(String), { maxLength: 200 }), (ids) => {
      const pieces = piecesOf('job', ids, 3);
      expect(pieces.flatMap(({ clipIds }) => clipIds)).toEqual([...new Set(ids)]);
      expect(pieces.map(({ index }) => index)).toEqual(pieces.map((_each, at) => at + 3));
      for (const each of pieces) {
        expect(each).toMatchObject({ jobId: 'job', state: 'waiting', changes: [] });
        expect(each.clipIds.length).toBeLessThanOrEqual(25);
        expect(each.clipIds.length).toBeGreaterThan(0);
      }
    }),
  );
  expect(piecesOf('job', ['a'])).toMatchObject([{ index: 0 }]);
  expect(piecesOf('job', [])).toEqual([]);
});

test('an edit that is done at once is larger than a piece of one that is not', () => {
  expect(
    piecesOf(
      'job',
      Array.from({ length: editedAtOnce }, (_each, index) => `c${index}`),
    ).length,
  ).toBeGreaterThan(1);
});

test('what was not begun, or changed nothing, is not taken back', () => {
  const done = piece(1, { changes: [changeOf('b')] });
  expect(
    piecesToUndo([piece(0, {}), done, piece(2, { state: 'waiting', changes: [changeOf('a')] })]),
  ).toEqual([{ ...done, state: 'waiting', clipIds: ['b'] }]);
});

test('progress is in clips: changed, as they should be, still to come', () => {
  expect(progressOfEdit(work(), 50)).toEqual({ waiting: 20, done: 20, skipped: 10, failed: 0 });
  // Clips that got a tag while it was renamed are looked at beyond the first count.
  expect(progressOfEdit(work({ seen: 55, changed: 55 }), 50)).toEqual({
    waiting: 0,
    done: 55,
    skipped: 0,
    failed: 0,
  });
});

test('an edit that changed something can be taken back, once; a deletion cannot', () => {
  expect(isUndoableEdit({ kind: 'edit', edit: work() })).toBe(true);
  expect(isUndoableEdit({ kind: 'edit', edit: work({ changed: 0 }) })).toBe(false);
  expect(isUndoableEdit({ kind: 'edit', edit: work({ change: { kind: 'delete' } }) })).toBe(false);
  expect(isUndoableEdit({ kind: 'undo-edit', edit: work() })).toBe(false);
  expect(isUndoableEdit({ kind: 'edit' })).toBe(false);
});
