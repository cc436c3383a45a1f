import fc from 'fast-check';
import { expect, test } from 'vitest';
import { repairTimes } from '../../../src/formats/backup/repair-times.ts';
import type { Highlight } from '../../../src/core/highlight/highlight.ts';
import { isTime } from '../../../src/core/time.ts';
import { makeBackupClip } from '../../factories/backup-clip.ts';

const anyNumber = fc.oneof(
  fc.constantFrom(8.65e15, 1e300, -1, Number.MAX_VALUE, 0, Date.UTC(2024, 0)),
  fc.double({ noNaN: true }),
);

function marked(createdAt: number, changedAt: number): Highlight {
  const from = { block: 0, offset: 0 };
  const anchor = { from, to: from, quote: 'words', prefix: '', suffix: '' };
  const said = { color: 'green', note: '', tags: [], origin: 'reader', anchoredIn: null } as const;
  return { id: 'h', clipId: 'a', createdAt, changedAt, anchor, place: null, state: 'absent', ...said };
}

test('whatever times a backup has, those of the clip are times, and each that was none is named', () => {
  fc.assert(
    fc.property(fc.array(anyNumber, { minLength: 10, maxLength: 10 }), (times) => {
      const [
        savedAt = 0,
        updatedAt = 0,
        readAt = 0,
        trashedAt = 0,
        textAt = 0,
        editedAt = 0,
        takenAt = 0,
        at = 0,
        createdAt = 0,
        changedAt = 0,
      ] = times;
      const clip = { savedAt, updatedAt, readAt, trashedAt, textAt, editedAt };
      const record = makeBackupClip('a', clip);
      const replaced = { by: 'clip', at } as const;
      const versions = record.versions.map((version) => ({ ...version, takenAt, replaced }));
      const { record: fixed, repaired } = repairTimes({
        ...record,
        versions,
        highlights: [marked(createdAt, changedAt)],
      });
      const now = [
        fixed.clip.savedAt,
        fixed.clip.updatedAt,
        fixed.clip.readAt,
        fixed.clip.trashedAt,
        fixed.clip.textAt ?? 0,
        fixed.clip.editedAt ?? 0,
        ...(fixed.highlights ?? []).flatMap((highlight) => [highlight.createdAt, highlight.changedAt]),
        ...fixed.versions.flatMap((version) => [version.takenAt, version.replaced?.at ?? 0]),
      ];
      expect(now.every(isTime)).toBe(true);
      expect(repaired).toHaveLength(times.filter((time) => !isTime(time)).length);
      if (isTime(savedAt)) expect(fixed.clip.savedAt).toBe(savedAt);
    }),
  );
});

test('a highlight without a time has its other one, or that of its clip', () => {
  const record = makeBackupClip('a', { savedAt: 7 });
  const highlights = [marked(1e300, 9), marked(-1, 1e300)];
  const { record: fixed, repaired } = repairTimes({ ...record, highlights });
  const times = fixed.highlights?.map(({ createdAt, changedAt }) => [createdAt, changedAt]);
  expect(times).toEqual([
    [9, 9],
    [7, 7],
  ]);
  expect(repaired).toEqual(['highlight 1e+300', 'highlight -1', 'highlight 1e+300']);
});

test('of two times that one is taken which there is, and never the present', () => {
  const both = repairTimes(makeBackupClip('a', { savedAt: 1e300, updatedAt: 5 })).record.clip;
  expect([both.savedAt, both.updatedAt]).toEqual([5, 5]);
  const none = repairTimes(makeBackupClip('a', { savedAt: 1e300, updatedAt: -5 })).record.clip;
  expect([none.savedAt, none.updatedAt]).toEqual([0, 0]);
});
