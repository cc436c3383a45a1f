import fc from 'fast-check';
import { expect, test } from 'vitest';
import { repairTimes } from '../../../src/formats/backup/repair-times.ts';
import { isTime } from '../../../src/core/time.ts';
import { makeBackupClip } from '../../factories/backup-clip.ts';

const anyNumber = fc.oneof(
  fc.constantFrom(8.65e15, 1e300, -1, Number.MAX_VALUE, 0, Date.UTC(2024, 0)),
  fc.double({ noNaN: true }),
);

test('whatever times a backup has, those of the clip are times, and each that was none is named', () => {
  fc.assert(
    fc.property(fc.array(anyNumber, { minLength: 8, maxLength: 8 }), (times) => {
      const [
        savedAt = 0,
        updatedAt = 0,
        readAt = 0,
        trashedAt = 0,
        textAt = 0,
        editedAt = 0,
        takenAt = 0,
        at = 0,
      ] = times;
      const clip = { savedAt, updatedAt, readAt, trashedAt, textAt, editedAt };
      const record = makeBackupClip('a', clip);
      const replaced = { by: 'clip', at } as const;
      const versions = record.versions.map((version) => ({ ...version, takenAt, replaced }));
      const { record: fixed, repaired } = repairTimes({ ...record, versions });
      const now = [
        fixed.clip.savedAt,
        fixed.clip.updatedAt,
        fixed.clip.readAt,
        fixed.clip.trashedAt,
        fixed.clip.textAt ?? 0,
        fixed.clip.editedAt ?? 0,
        ...fixed.versions.flatMap((version) => [version.takenAt, version.replaced?.at ?? 0]),
      ];
      expect(now.every(isTime)).toBe(true);
      expect(repaired).toHaveLength(times.filter((time) => !isTime(time)).length);
      if (isTime(savedAt)) expect(fixed.clip.savedAt).toBe(savedAt);
    }),
  );
});

test('of two times that one is taken which there is, and never the present', () => {
  const both = repairTimes(makeBackupClip('a', { savedAt: 1e300, updatedAt: 5 })).record.clip;
  expect([both.savedAt, both.updatedAt]).toEqual([5, 5]);
  const none = repairTimes(makeBackupClip('a', { savedAt: 1e300, updatedAt: -5 })).record.clip;
  expect([none.savedAt, none.updatedAt]).toEqual([0, 0]);
});
