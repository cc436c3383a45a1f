import type { Clip, ClipId } from '../../core/clip/clip.ts';
import { editedClip } from '../../core/library/bulk-edit.ts';
import type { Highlight } from '../../core/highlight/highlight.ts';
import { type Undo, undoneClip, undoneHighlightTags } from '../../core/library/undo.ts';
import type { BulkEdit } from '../../core/library/bulk-edit.ts';
import { type TagReplacement, targetsByKey, withTagsReplaced } from '../../core/tag/replace-tags.ts';
import { type TagRow, parseTags } from '../../core/tag/tag.ts';
import type { Database } from '../database.ts';
import { renameInSmartLists, undoListChanges } from '../lists/list-writes.ts';
import { addRows, dropRows, plannedRows, putRows, undoRows } from '../tags/tag-row-writes.ts';
import { write } from '../write.ts';
import { type ClipEdit, changeClips } from './change-clip-writes.ts';

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
    const change = { clip: (clip: Clip) => editedClip(clip, edit, now) };
    return {
      clips: await changeClips(database, clipIds, change, { rows: rowsOf(tags, 'after'), now }),
      tags,
    };
  });
}

/**
 * Renames, merges or takes tags off, on all clips and highlights at once. A new tag takes over the colour and last use of the one that
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
    const change = replacedTags(targets, now);
    const clips = await changeClips(database, clipIds, change, { rows: rowsOf(tags, 'after'), now });
    await dropRows(database, tags);
    const lists = await renameInSmartLists(database, targets, now);
    return { clips, tags, lists };
  });
}

/** How clips and their highlights are edited where tags are replaced. */
export function replacedTags(targets: ReadonlyMap<string, TagReplacement['to']>, now: number): ClipEdit {
  return {
    clip: (clip) => withTagsReplaced(clip, targets),
    highlight: (highlight) => {
      const replaced = withTagsReplaced(highlight, targets);
      return replaced === highlight ? highlight : { ...replaced, changedAt: now };
    },
  };
}

/** The clips, those of the trash among them, that have any of these tags, or a highlight that has. */
export async function clipsWithTags(database: Database, keys: readonly string[]): Promise<ClipId[]> {
  const tagged = await database.clips
    .where('tags')
    .anyOf([...keys])
    .primaryKeys();
  const highlights = await database.highlights
    .where('tags')
    .anyOf([...keys])
    .toArray();
  const marked = await database.clips.bulkGet([...new Set(highlights.map(({ clipId }) => clipId))]);
  return [...new Set([...tagged, ...marked.flatMap((clip) => clip?.id ?? [])])];
}

/**
 * Takes back what an edit changed and nothing that came after (core/library/undo.ts). Clips deleted meanwhile stay deleted;
 * a tag that the edit made stays where something has it.
 */
export async function undoEdit(database: Database, undo: Undo, now: number): Promise<void> {
  await write(database, 'edit', async () => {
    await undoChanges(database, undo, now);
    await undoRows(database, undo.tags);
    await undoListChanges(database, undo.lists ?? [], now);
  });
}

/** Of the clips and their highlights alone, inside the caller's transaction. */
export async function undoChanges(database: Database, { clips, tags }: Undo, now: number): Promise<number> {
  const changes = new Map(clips.map((change) => [change.clipId, change]));
  const marks = new Map(
    clips.flatMap(({ highlights = [] }) => highlights).map((change) => [change.id, change]),
  );
  const back: ClipEdit = {
    clip: (clip: Clip) => {
      const done = changes.get(clip.id);
      return done === undefined ? clip : undoneClip(clip, done);
    },
    highlight: (highlight: Highlight) => {
      const done = marks.get(highlight.id);
      return done === undefined ? highlight : undoneHighlightTags(highlight, done);
    },
  };
  const undone = await changeClips(database, [...changes.keys()], back, {
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
