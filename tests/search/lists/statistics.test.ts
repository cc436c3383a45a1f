import { expect, test } from 'vitest';
import { statisticsOf } from '../../../src/search/lists/statistics.ts';
import { makeClip } from '../../factories/clip.ts';

const now = new Date(2026, 0, 15, 12).getTime();
const at = (year: number, month: number, day: number) => new Date(year, month - 1, day, 8).getTime();

test('clips are counted by what became of them, and by months of the calendar', () => {
  const clips = [
    makeClip({
      savedAt: at(2026, 1, 2),
      readAt: at(2026, 1, 3),
      words: 900,
      readingMinutes: 4,
      highlights: 2,
    }),
    makeClip({ savedAt: at(2025, 12, 31), readAt: at(2026, 1, 1), words: 10, readingMinutes: 1 }),
    makeClip({ savedAt: at(2025, 12, 1), readAt: null, words: 4_000, readingMinutes: 20, starred: true }),
    // A link, and one of before all that is listed.
    makeClip({ savedAt: at(2025, 2, 1), readAt: null, words: 0, readingMinutes: 1 }),
    makeClip({ savedAt: at(2020, 1, 15), readAt: null, words: 500, readingMinutes: 3 }),
    // A clock that went wrong.
    makeClip({ savedAt: at(2031, 1, 1), readAt: 1e300, words: 0 }),
  ];
  const { months, ...sums } = statisticsOf(clips, now);
  expect(sums).toEqual({
    clips: 6,
    read: 3,
    starred: 1,
    highlights: 2,
    minutesRead: 5,
    minutesLeft: 23,
  });
  expect(months).toHaveLength(12);
  expect(months.map(({ saved, read }) => `${String(saved)} ${String(read)}`).join(', ')).toBe(
    '1 2, 2 0, 0 0, 0 0, 0 0, 0 0, 0 0, 0 0, 0 0, 0 0, 0 0, 1 0',
  );
  expect(months[0]?.start).toBe(new Date(2026, 0, 1).getTime());
  expect(months[11]?.start).toBe(new Date(2025, 1, 1).getTime());
});

test('an empty list has its months too', () => {
  expect(statisticsOf([], now)).toMatchObject({ clips: 0, read: 0, minutesLeft: 0 });
  expect(statisticsOf([], now).months).toHaveLength(12);
});
