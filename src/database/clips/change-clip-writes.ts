import type { Clip, ClipId } from '../../core/clip/clip.ts';
import type { Highlight } from '../../core/highlight/highlight.ts';
import { type Change, type ClipChange, marksOf } from '../../core/library/undo.ts';
import type { TagRow } from '../../core/tag/tag.ts';
import { recordEdits } from '../change-writes.ts';
import type { Database } from '../database.ts';
import { indexLabels } from '../search/clip-index.ts';
import { keepRows } from '../tags/tag-row-writes.ts';

/** What is to become of each clip, and of each of its highlights where the edit is about them too. */
export interface ClipEdit {
  readonly clip: (clip: Clip) => Clip;
  readonly highlight?: (highlight: Highlight) => Highlight;
}

/**
 * Changes the marks of clips inside the caller's transaction; unknown ids are passed over, and so is what the edit gives
 * back as it was. Every tag that is used afterwards has a row: one of `rows`, where it had none. Returns what changed.
 */
export async function changeClips(
  database: Database,
  clipIds: readonly ClipId[],
  edit: ClipEdit,
  { rows, now }: { readonly rows: ReadonlyMap<string, TagRow>; readonly now: number },
): Promise<ClipChange[]> {
  const clips = (await database.clips.bulkGet([...clipIds])).filter((clip) => clip !== undefined);
  const marked = await changeHighlights(database, clips, edit.highlight);
  const changed = clips
    .map((before) => ({ before, after: edit.clip(before), highlights: marked.get(before.id) ?? [] }))
    .filter(({ before, after, highlights }) => before !== after || highlights.length > 0);
  const written = changed.flatMap(({ before, after }) => (before === after ? [] : [after]));
  await database.clips.bulkPut(written);
  await indexLabels(written);
  const edits = changed.map((each) => ({
    ...each,
    highlights: each.highlights.map(({ after }) => after.id),
  }));
  await recordEdits(database, edits, now);
  await keepRows(
    database,
    changed.flatMap(({ after, highlights }) => [
      ...after.tags,
      ...highlights.flatMap((each) => each.after.tags),
    ]),
    rows,
  );
  return changed.map(({ before, after, highlights }) => ({
    clipId: before.id,
    before: marksOf(before),
    after: marksOf(after),
    ...(highlights.length === 0 ? {} : { highlights: highlights.map(tagsOfBoth) }),
  }));
}

/** The highlights of these clips that changed, by clip. */
async function changeHighlights(
  database: Database,
  clips: readonly Clip[],
  change: ClipEdit['highlight'],
): Promise<ReadonlyMap<ClipId, readonly Change<Highlight>[]>> {
  const byClip = new Map<ClipId, Change<Highlight>[]>();
  const marked = clips.filter(({ highlights = 0 }) => highlights > 0).map(({ id }) => id);
  if (change === undefined || marked.length === 0) return byClip;
  for (const before of await database.highlights.where('clipId').anyOf(marked).toArray()) {
    const after = change(before);
    if (after === before) continue;
    byClip.set(before.clipId, [...(byClip.get(before.clipId) ?? []), { before, after }]);
  }
  await database.highlights.bulkPut([...byClip.values()].flat().map(({ after }) => after));
  return byClip;
}

function tagsOfBoth({ before, after }: Change<Highlight>): NonNullable<ClipChange['highlights']>[number] {
  const tagsOf = ({ tags, changedAt }: Highlight) => ({ tags, changedAt });
  return { id: before.id, before: tagsOf(before), after: tagsOf(after) };
}
