import type { ClipId } from '../../core/clip/clip.ts';
import { type ReadingPlace, isUnderWay } from '../../core/clip/reading-place.ts';
import { recordChanges } from '../change-writes.ts';
import type { Database } from '../database.ts';
import { indexLabels } from '../search/clip-index.ts';
import { write } from '../write.ts';

/**
 * Keeps where the user is in an article; at its start or end there is no place to keep. A clip that is gone is passed over.
 * Only beginning and ending count as a change of the clip: the steps between are of interest to nobody but the reader.
 * Throws `store/*`.
 */
export async function keepReadingPlace(
  database: Database,
  clipId: ClipId,
  place: Pick<ReadingPlace, 'block' | 'share'>,
  now: number,
): Promise<void> {
  await write(database, 'edit', async () => {
    const clip = await database.clips.get(clipId);
    if (clip === undefined) return;
    const { reading, ...rest } = clip;
    const isKept = isUnderWay(place);
    if (!isKept && reading === undefined) return;
    const { block, share } = place;
    const changed = isKept ? { ...rest, reading: { block, share, at: now } } : rest;
    await database.clips.put(changed);
    if (isKept === (reading !== undefined)) return;
    await indexLabels([changed]);
    await recordChanges(database, [clipId], 'put', now);
  });
}
