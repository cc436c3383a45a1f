import type { Clip } from '../../core/clip/clip.ts';
import type { WholeClip } from '../../core/clip/whole-clip.ts';
import type { Draft } from '../../core/clip/draft.ts';
import type { RestoreMode } from '../../core/job/file-work.ts';
import type { TagRow } from '../../core/tag/tag.ts';
import { recordChanges } from '../change-writes.ts';
import { indexClip, indexLabels } from '../search/clip-index.ts';
import type { Database, ImageFileRow } from '../database.ts';
import { storedImage } from '../images/image-writes.ts';
import { putBody } from '../texts/edit-writes.ts';
import { keepTags } from '../tags/tag-writes.ts';
import { keepVersion } from '../texts/version-writes.ts';
import { write } from '../write.ts';
import { clipsThere } from './whole-clip-queries.ts';

/** A clip of a backup, with the files of its pictures. */
export type RestoredClip = WholeClip & {
  readonly images?: readonly { readonly url: string; readonly file: ImageFileRow }[];
};

/** What became of a restored clip: it was not there, it took the place of an older text, or ours was as new. */
export type RestoreOutcome = 'added' | 'updated' | 'kept';

/**
 * Puts clips of a backup back, in one transaction. Merging, a page that is there keeps the newer of both texts, the older
 * one becomes a version, and it has the tags of both. Replacing, it becomes what the backup has, and the text that it had
 * becomes a version where it is another one. No text is ever lost. Done again, it changes nothing.
 */
export async function restoreClips(
  database: Database,
  restored: readonly RestoredClip[],
  { mode, now }: { readonly mode: RestoreMode; readonly now: number },
): Promise<RestoreOutcome[]> {
  return await write(database, 'save', async () => {
    const there = await clipsThere(
      database,
      restored.map(({ clip }) => clip),
    );
    const outcomes: RestoreOutcome[] = [];
    for (const [index, whole] of restored.entries()) {
      const existing = there[index] ?? null;
      const restore = existing === null ? addClip : mode === 'merge' ? mergeClip : replaceClip;
      outcomes.push(await restore(database, whole, existing ?? whole.clip, now));
      await addImages(database, whole, (existing ?? whole.clip).id);
    }
    return outcomes;
  });
}

async function addClip(
  database: Database,
  whole: RestoredClip,
  clip: Clip,
  now: number,
): Promise<RestoreOutcome> {
  await put(database, whole, clip, now);
  await addVersions(database, whole, clip.id);
  return 'added';
}

async function replaceClip(
  database: Database,
  whole: RestoredClip,
  there: Clip,
  now: number,
): Promise<RestoreOutcome> {
  const body = await database.bodies.get(there.id);
  if (body !== undefined && body.html !== (whole.body?.html ?? ''))
    await keepVersion(database, there, body, { by: 'backup', at: now });
  if (whole.edits === undefined) await database.edits.delete(there.id);
  await put(database, whole, { ...whole.clip, id: there.id }, now);
  await addVersions(database, whole, there.id);
  return 'updated';
}

/** Those that are not there, which are known by their time. */
async function addVersions(database: Database, { versions }: WholeClip, clipId: string): Promise<void> {
  const there = await database.versions.where('clipId').equals(clipId).toArray();
  const known = new Set(there.map(({ takenAt }) => takenAt));
  const missing = versions.filter(({ takenAt }) => !known.has(takenAt));
  await database.versions.bulkAdd(missing.map((version) => ({ ...version, clipId })));
}

async function mergeClip(
  database: Database,
  whole: RestoredClip,
  there: Clip,
  now: number,
): Promise<RestoreOutcome> {
  const tags = [...new Set([...there.tags, ...whole.clip.tags])];
  if (there.updatedAt < whole.clip.updatedAt) {
    const body = await database.bodies.get(there.id);
    if (body !== undefined) await keepVersion(database, there, body, { by: 'backup', at: now });
    const { id, savedAt, note, trashedAt } = there;
    await put(
      database,
      whole,
      { ...whole.clip, id, savedAt, trashedAt, tags, note: note || whole.clip.note },
      now,
    );
    return 'updated';
  }
  if (tags.length > there.tags.length) {
    const changed = { ...there, tags };
    await database.clips.put(changed);
    await indexLabels(changed);
    await recordChanges(database, [there.id], 'put', now);
  }
  return 'kept';
}

/** Those whose files are not there. */
async function addImages(database: Database, { images = [] }: RestoredClip, clipId: string): Promise<void> {
  for (const { url, file } of images) {
    if ((await database.images.get([clipId, url]))?.state === 'stored') continue;
    if ((await database.imageFiles.get(file.hash)) === undefined) await database.imageFiles.add(file);
    await database.images.put(storedImage(clipId, url, file.hash));
  }
}

async function put(
  database: Database,
  { body, source, edits }: RestoredClip,
  clip: Clip,
  now: number,
): Promise<void> {
  await database.clips.put(clip);
  if (edits !== undefined)
    await database.edits.put({ ...edits, original: { ...edits.original, clipId: clip.id }, clipId: clip.id });
  if (body !== null) {
    // With edits the body has them already, and its original is beside them.
    if (edits === undefined) await putBody(database, { ...body, clipId: clip.id });
    else await database.bodies.put({ ...body, clipId: clip.id });
  }
  if (source !== null) await database.sources.put({ ...source, clipId: clip.id });
  await indexClip(clip, body ?? { blocks: [] });
  await recordChanges(database, [clip.id], 'put', now);
}

/** Tags and drafts of a backup that are not there; every tag that a clip has gets a row. */
export async function restoreLabels(
  database: Database,
  { tags, drafts }: { readonly tags: readonly TagRow[]; readonly drafts: readonly Draft[] },
): Promise<void> {
  await write(database, 'save', async () => {
    const known = new Set<string>(await database.tags.toCollection().primaryKeys());
    await database.tags.bulkPut(tags.filter((tag) => !known.has(tag.key)));
    const drafted = new Set<string>(await database.drafts.toCollection().primaryKeys());
    await database.drafts.bulkPut(drafts.filter((draft) => !drafted.has(draft.urlKey)));
  });
}

/** Rows for tags that clips have and nobody described: of a backup that was edited by hand. */
export async function describeTags(database: Database, keys: readonly string[], now: number): Promise<void> {
  await write(database, 'edit', async () => {
    const rows = await database.tags.bulkGet([...keys]);
    const missing = keys.filter((_key, index) => rows[index] === undefined);
    await keepTags(
      database,
      missing.map((key) => ({ key, label: key })),
      now,
    );
  });
}
