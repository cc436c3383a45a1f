import { expect, test } from 'vitest';
import {
  countsFrom,
  isDue,
  parseBackupReminder,
  usualReminder,
} from '../../../src/core/library/backup-reminder.ts';

test('is due after so many new clips, and never where the reader wants none', () => {
  expect([49, 50].map((count) => isDue(usualReminder, count))).toEqual([false, true]);
  expect(isDue({ ...usualReminder, every: 0 }, 9_999)).toBe(false);
});

test('counts from the last backup, or from when it was waved away', () => {
  expect(countsFrom(usualReminder)).toBe(0);
  expect(countsFrom({ ...usualReminder, backedUpAt: 5 })).toBe(5);
  expect(countsFrom({ ...usualReminder, backedUpAt: 5, dismissedAt: 9 })).toBe(9);
});

test('takes what was kept as far as it is that', () => {
  const kept = { backedUpAt: 1, dismissedAt: null, every: 200 };
  expect(parseBackupReminder(kept)).toEqual(kept);
  for (const none of [undefined, null, 'x', [], { backedUpAt: 'x', every: 7 }]) {
    expect(parseBackupReminder(none)).toEqual(usualReminder);
  }
});
