import type { Clip, ClipId } from '../../core/clip/clip.ts';
import { type Undo, marksOf } from '../../core/library/undo.ts';
import type { TagRow } from '../../core/tag/tag.ts';
import { recordEdits } from '../change-writes.ts';
import type { Database } from '../database.ts';
import { indexLabels } from '../search/clip-index.ts';
import { keepRows } from '../tags/tag-row-writes.ts';

/**
 * Changes the marks of clips inside the caller's transaction; unknown ids are passed over, and so is what `change` gives
 * back as it was. Every tag that a clip has afterwards has a row: one of `rows`, where it had none. Returns what changed.
 */
export async function changeClips(
  database: Database,
  clipIds: readonly ClipId[],
  change: (clip: Clip) => Clip,
  { rows, now }: { readonly rows: ReadonlyMap<string, TagRow>; readonly now: number },
): Promise<Undo['clips']> {
  const clips = (await database.clips.bulkGet([...clipIds])).filter((clip) => clip !== undefined);
  const pairs = clips.map((before) => ({ before, after: change(before) }));
  const changed = pairs.filter(({ before, after }) => before !== after);
  const written = changed.map(({ after }) => after);
  await database.clips.bulkPut(written);
  await indexLabels(written);
  await recordEdits(database, changed, now);
  await keepRows(
    database,
    written.flatMap(({ tags }) => tags),
    rows,
  );
  return changed.map(({ before, after }) => ({
    clipId: before.id,
    before: marksOf(before),
    after: marksOf(after),
  }));
}
