import type { Clip, ClipId } from '../../core/clip/clip.ts';
import { editedClip } from '../../core/library/bulk-edit.ts';
import { type BulkEdit, type Undo, undoneClip } from '../../core/library/undo.ts';
import { type TagReplacement, clipWithTagsReplaced, targetsByKey } from '../../core/tag/replace-tags.ts';
import { type TagRow, parseTags } from '../../core/tag/tag.ts';
import type { Database } from '../database.ts';
import { renameInSmartLists, undoListChanges } from '../lists/list-writes.ts';
import { addRows, dropRows, plannedRows, putRows, undoRows } from '../tags/tag-row-writes.ts';
import { write } from '../write.ts';
import { changeClips } from './change-clip-writes.ts';

// Edits of few clips, each in one transaction. Those of many are jobs: database/jobs/edit-job-writes.ts.

/** Edits clips; unknown ids are passed over. Returns what takes it back. Throws `store/*`. */
export async function editClips(
  database: Database,
  clipIds: readonly ClipId[],
  edit: BulkEdit,
  now: number,
): Promise<Undo> {
  return await write(database, 'edit', async () => {
    const tags = await addRows(database, parseTags(edit.addTags ?? []), now);
    const change = (clip: Clip) => editedClip(clip, edit, now);
    return {
      clips: await changeClips(database, clipIds, change, { rows: rowsOf(tags, 'after'), now }),
      tags,
    };
  });
}

/**
 * Renames, merges or takes tags off, on all clips at once. A new tag takes over the colour and last use of the one that
 * it replaces; the rows of replaced tags go. Smart lists follow.
 */
export async function replaceTags(
  database: Database,
  replacements: readonly TagReplacement[],
  now: number,
): Promise<Undo> {
  return await write(database, 'edit', async () => {
    const targets = targetsByKey(replacements);
    const clipIds = await clipsWithTags(database, [...targets.keys()]);
    const tags = await plannedRows(database, targets, now);
    await putRows(database, tags);
    const change = (clip: Clip) => clipWithTagsReplaced(clip, targets);
    const clips = await changeClips(database, clipIds, change, { rows: rowsOf(tags, 'after'), now });
    await dropRows(database, tags);
    const lists = await renameInSmartLists(database, targets, now);
    return { clips, tags, lists };
  });
}

/** The clips, those of the trash among them, that have any of these tags. */
export async function clipsWithTags(database: Database, keys: readonly string[]): Promise<ClipId[]> {
  const ids = await database.clips
    .where('tags')
    .anyOf([...keys])
    .primaryKeys();
  return [...new Set(ids)];
}

/**
 * Takes back what an edit changed and nothing that came after (core/library/undo.ts). Clips deleted meanwhile stay deleted;
 * a tag that the edit made stays where a clip has it.
 */
export async function undoEdit(database: Database, undo: Undo, now: number): Promise<void> {
  await write(database, 'edit', async () => {
    await undoChanges(database, undo, now);
    await undoRows(database, undo.tags);
    await undoListChanges(database, undo.lists ?? [], now);
  });
}

/** Of the clips alone, inside the caller's transaction. */
export async function undoChanges(database: Database, { clips, tags }: Undo, now: number): Promise<number> {
  const changes = new Map(clips.map((change) => [change.clipId, change]));
  const change = (clip: Clip) => {
    const done = changes.get(clip.id);
    return done === undefined ? clip : undoneClip(clip, done);
  };
  const undone = await changeClips(database, [...changes.keys()], change, {
    rows: rowsOf(tags, 'before'),
    now,
  });
  return undone.length;
}

/** By key: what the tags of an edit were called before it, or are after it. */
export function rowsOf(tags: Undo['tags'], side: 'before' | 'after'): ReadonlyMap<string, TagRow> {
  return new Map(tags.flatMap(({ key, [side]: row }) => (row === null ? [] : [[key, row] as const])));
}

/** Sets or, with null, removes a tag's colour. `key` is the tag's key. Throws `store/*`. */
export async function setTagColor(database: Database, key: string, color: string | null): Promise<void> {
  await write(database, 'edit', () => database.tags.update(key, { color }));
}
