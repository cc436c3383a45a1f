/** Under this name it is noted, outside of the library's own database, that there is a library. */
export const lossMarkerName = 'shelf';

/** A browser may delete a database that it takes for damaged, and start an empty one in silence: this remembers. */
export interface LossMarker {
  readonly hadClips: boolean;
  /** When the library was found to be gone, epoch ms; null where it was not, or the user knows. */
  readonly lostAt: number | null;
}

/** Reads what was kept outside of the database. Anything else than a marker says that there were no clips. */
export function parseLossMarker(value: unknown): LossMarker {
  if (typeof value !== 'object' || value === null) return { hadClips: false, lostAt: null };
  const lostAt: unknown = Reflect.get(value, 'lostAt');
  return {
    hadClips: Reflect.get(value, 'hadClips') === true,
    lostAt: typeof lostAt === 'number' ? lostAt : null,
  };
}

/** The mark as it should be of a library that was ever changed, or never; one whose clips were all deleted was. */
export function lossMarkerOf(before: LossMarker, everChanged: boolean, now: number): LossMarker {
  if (everChanged) return before.hadClips ? before : { ...before, hadClips: true };
  return before.hadClips && before.lostAt === null ? { ...before, lostAt: now } : before;
}
