import type { ClipId } from '../../core/clip/clip.ts';
import { Failure } from '../../core/failure.ts';
import type { Tag, TagRow } from '../../core/tag/tag.ts';
import { recordEdits } from '../change-writes.ts';
import { indexLabels } from '../search/clip-index.ts';
import type { Database } from '../database.ts';
import { write } from '../write.ts';

/** Makes sure, inside the caller's transaction, that these tags have rows. The first spelling of a tag stays its label. */
export async function keepTags(database: Database, tags: readonly Tag[], now: number): Promise<void> {
  const rows = await database.tags.bulkGet(tags.map((tag) => tag.key));
  const kept = tags.map(({ key, label }, index): TagRow => ({
    ...(rows[index] ?? { key, label, color: null }),
    usedAt: now,
  }));
  await database.tags.bulkPut(kept);
}

/** The clip's tags become exactly these. Throws `clip/not-found` and `store/*`. */
export async function setTags(
  database: Database,
  clipId: ClipId,
  tags: readonly Tag[],
  now: number,
): Promise<void> {
  await write(database, 'edit', async () => {
    const clip = await database.clips.get(clipId);
    if (clip === undefined) throw new Failure('clip/not-found', clipId);
    const changed = { ...clip, tags: tags.map((tag) => tag.key) };
    await keepTags(database, tags, now);
    await database.clips.put(changed);
    await indexLabels([changed]);
    await recordEdits(database, [{ before: clip, after: changed }], now);
  });
}
