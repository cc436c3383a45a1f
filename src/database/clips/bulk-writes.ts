import type { Clip, ClipId } from '../../core/clip/clip.ts';
import { editedClip } from '../../core/library/bulk-edit.ts';
import { type BulkEdit, type Undo, isSameRow, marksOf, undoneClip } from '../../core/library/undo.ts';
import { type TagReplacement, replaceTagKeys } from '../../core/tag/replace-tags.ts';
import { type TagRow, parseTags } from '../../core/tag/tag.ts';
import { recordChanges } from '../change-writes.ts';
import { indexLabels } from '../search/clip-index.ts';
import type { Database } from '../database.ts';
import { keepTags } from '../tags/tag-writes.ts';
import { write } from '../write.ts';

/** Edits many clips in one transaction; unknown ids are passed over. Returns what takes it back. */
export async function editClips(
  database: Database,
  clipIds: readonly ClipId[],
  edit: BulkEdit,
  now: number,
): Promise<Undo> {
  return await write(database, 'edit', async () => {
    const clips = (await database.clips.bulkGet([...clipIds])).filter((clip) => clip !== undefined);
    const added = parseTags(edit.addTags ?? []);
    const rows = await database.tags.bulkGet(added.map((tag) => tag.key));
    await keepTags(database, added, now);
    const changed = clips.map((clip) => editedClip(clip, edit, now));
    await putClips(
      database,
      changed.filter((clip, index) => clip !== clips[index]),
      now,
    );
    const kept = await database.tags.bulkGet(added.map((tag) => tag.key));
    return {
      clips: changesOf(clips, changed),
      tags: added.map(({ key }, index) => ({
        key,
        before: rows[index] ?? null,
        after: kept[index] ?? null,
      })),
    };
  });
}

function changesOf(clips: readonly Clip[], changed: readonly Clip[]): Undo['clips'] {
  return clips.flatMap((clip, index) => {
    const after = changed[index] ?? clip;
    return after === clip ? [] : [{ clipId: clip.id, before: marksOf(clip), after: marksOf(after) }];
  });
}

/**
 * Renames, merges or takes tags off, on all clips at once. A new tag takes over the colour and last use of the one that
 * it replaces; the rows of replaced tags go.
 */
export async function replaceTags(
  database: Database,
  replacements: readonly TagReplacement[],
  now: number,
): Promise<Undo> {
  return await write(database, 'edit', async () => {
    const byKey = new Map(replacements.map(({ from, to }) => [from, to]));
    const clips = await database.clips
      .where('tags')
      .anyOf([...byKey.keys()])
      .distinct()
      .toArray();
    const changed = clips.map((clip) => ({ ...clip, tags: replaceTagKeys(clip.tags, byKey) }));
    const rows = await replaceRows(database, byKey, now);
    await putClips(database, changed, now);
    return { clips: changesOf(clips, changed), tags: rows };
  });
}

/**
 * Takes back what an edit changed and nothing that came after (core/library/undo.ts). Clips deleted meanwhile stay deleted;
 * a tag that the edit made stays where a clip has it.
 */
export async function undoEdit(database: Database, undo: Undo, now: number): Promise<void> {
  await write(database, 'edit', async () => {
    const clips = await database.clips.bulkGet(undo.clips.map(({ clipId }) => clipId));
    const restored = undo.clips.flatMap((change, index) => {
      const clip = clips[index];
      const undone = clip === undefined ? clip : undoneClip(clip, change);
      return undone === undefined || undone === clip ? [] : [undone];
    });
    await putClips(database, restored, now);
    for (const change of undo.tags) await undoRow(database, change);
    await keepRows(
      database,
      restored.flatMap(({ tags }) => tags),
      undo,
    );
  });
}

async function undoRow(database: Database, { key, before, after }: Undo['tags'][number]): Promise<void> {
  if (!isSameRow((await database.tags.get(key)) ?? null, after)) return;
  if (before !== null) await database.tags.put(before);
  else if ((await database.clips.where('tags').equals(key).count()) === 0) await database.tags.delete(key);
}

/** Tags that clips have again and whose rows went meanwhile. */
async function keepRows(database: Database, keys: readonly string[], { tags }: Undo): Promise<void> {
  const wanted = [...new Set(keys)];
  const rows = await database.tags.bulkGet(wanted);
  const missing = wanted.filter((_key, index) => rows[index] === undefined);
  const earlier = new Map(tags.map(({ key, before }) => [key, before]));
  await database.tags.bulkPut(
    missing.map((key) => earlier.get(key) ?? { key, label: key, usedAt: 0, color: null }),
  );
}

/** Sets or, with null, removes a tag's colour. `key` is the tag's key. Throws `store/*`. */
export async function setTagColor(database: Database, key: string, color: string | null): Promise<void> {
  await write(database, 'edit', () => database.tags.update(key, { color }));
}

async function replaceRows(
  database: Database,
  byKey: ReadonlyMap<string, TagReplacement['to']>,
  now: number,
): Promise<Undo['tags']> {
  const targets = [...byKey.values()].filter((tag) => tag !== null);
  const keys = [...new Set([...byKey.keys(), ...targets.map((tag) => tag.key)])];
  const before = new Map<string, TagRow>();
  for (const row of await database.tags.bulkGet(keys)) if (row !== undefined) before.set(row.key, row);
  const after = new Map<string, TagRow>();
  for (const [from, to] of byKey) {
    if (to === null) continue;
    const old = before.get(from);
    const there =
      after.get(to.key) ?? (byKey.has(to.key) && to.key !== from ? undefined : before.get(to.key));
    // A tag whose spelling alone changes gets the new one; a tag that others are merged into keeps its own.
    const label = from === to.key ? to.label : (there?.label ?? to.label);
    const usedAt = Math.max(there?.usedAt ?? 0, old?.usedAt ?? 0) || now;
    after.set(to.key, { key: to.key, label, usedAt, color: there?.color ?? old?.color ?? null });
  }
  await database.tags.bulkDelete([...byKey.keys()].filter((key) => !after.has(key)));
  await database.tags.bulkPut([...after.values()]);
  const all = [...new Set([...before.keys(), ...after.keys()])];
  return all.map((key) => ({
    key,
    before: before.get(key) ?? null,
    // A row that was neither replaced nor made anew stays.
    after: after.get(key) ?? (byKey.has(key) ? null : (before.get(key) ?? null)),
  }));
}

async function putClips(database: Database, clips: readonly Clip[], now: number): Promise<void> {
  await database.clips.bulkPut([...clips]);
  for (const clip of clips) await indexLabels(clip);
  await recordChanges(
    database,
    clips.map((clip) => clip.id),
    'put',
    now,
  );
}
