import { lossMarkerOf, parseLossMarker, lossMarkerName } from '../core/library/loss-marker.ts';
import { everChanged } from '../database/clips/row-queries.ts';
import type { Database } from '../database/database.ts';

interface Settings {
  readonly read: (name: string) => Promise<unknown>;
  readonly write: (name: string, value: object) => Promise<void>;
}

/** Notes that there is a library, or that there was one and the browser has begun an empty one in its place. */
export async function markLibrary(database: Database, { read, write }: Settings, now: number): Promise<void> {
  const before = parseLossMarker(await read(lossMarkerName));
  const mark = lossMarkerOf(before, await everChanged(database), now);
  if (mark !== before) await write(lossMarkerName, mark);
}
