import type { Highlight } from '../../core/highlight/highlight.ts';
import type { Database } from '../database.ts';
import { indexLabels } from '../search/clip-index.ts';
import { withSums } from './place-writes.ts';

/**
 * Runs `work`, which stores these highlights, inside the caller's transaction. One of them may have been another clip's, such as one
 * of the same page in the trash: that clip's row and the index say afterwards what it still has.
 */
export async function movingHighlights(
  database: Database,
  stored: readonly Highlight[],
  work: () => Promise<void>,
): Promise<void> {
  const before = await database.highlights.bulkGet(stored.map(({ id }) => id));
  const left = before.flatMap((row, index) =>
    row === undefined || row.clipId === stored[index]?.clipId ? [] : [row.clipId],
  );
  await work();
  if (left.length === 0) return;
  const clips = (await database.clips.bulkGet([...new Set(left)])).filter((clip) => clip !== undefined);
  const counted = await Promise.all(clips.map((clip) => withSums(database, clip)));
  await database.clips.bulkPut(counted);
  await indexLabels(counted);
}
