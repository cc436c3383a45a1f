import type { Clip } from '../../core/clip/clip.ts';

/** What a list of clips amounts to. */
export interface Statistics {
  readonly clips: number;
  readonly read: number;
  readonly starred: number;
  readonly highlights: number;
  /** By the time that an article takes, not by the clock. */
  readonly minutesRead: number;
  readonly minutesLeft: number;
  /** The last twelve calendar months of the user's time zone, the latest first. */
  readonly months: readonly MonthCount[];
}

export interface MonthCount {
  /** Its first moment, epoch ms. */
  readonly start: number;
  readonly saved: number;
  readonly read: number;
}

const shownMonths = 12;

/** Counts these clips. `now`: epoch ms, the moment in whose month the list of months begins. */
export function statisticsOf(clips: readonly Clip[], now: number): Statistics {
  const [end = 0, ...starts] = monthsBefore(now);
  const months = starts.map((start) => ({ start, saved: 0, read: 0 }));
  const monthOf = (time: number) => (time < end ? months.find(({ start }) => time >= start) : undefined);
  const sums = { clips: clips.length, read: 0, starred: 0, highlights: 0, minutesRead: 0, minutesLeft: 0 };
  for (const { savedAt, readAt, starred, highlights = 0, words, readingMinutes } of clips) {
    const saved = monthOf(savedAt);
    if (saved !== undefined) saved.saved += 1;
    if (starred) sums.starred += 1;
    sums.highlights += highlights;
    // A link takes no time that is known.
    const minutes = words === 0 ? 0 : readingMinutes;
    if (readAt === null) sums.minutesLeft += minutes;
    else {
      sums.read += 1;
      sums.minutesRead += minutes;
      const read = monthOf(readAt);
      if (read !== undefined) read.read += 1;
    }
  }
  return { ...sums, months };
}

/** The first moments of the next month, of this one, and of those before it. */
function monthsBefore(now: number): readonly number[] {
  const today = new Date(now);
  return Array.from({ length: shownMonths + 1 }, (_, back) =>
    new Date(today.getFullYear(), today.getMonth() + 1 - back, 1).getTime(),
  );
}
