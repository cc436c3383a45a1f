import { type KeptOfMerge, mergeClips, replaceClip } from '../../core/clip/merge-clips.ts';
import { joinNotes } from '../../core/clip/join-notes.ts';
import { type WholeClip, tagKeysOf } from '../../core/clip/whole-clip.ts';
import type { Draft } from '../../core/clip/draft.ts';
import type { RestoreMode } from '../../core/job/file-work.ts';
import type { SmartList } from '../../core/library/smart-list.ts';
import type { TagRow } from '../../core/tag/tag.ts';
import type { Database } from '../database.ts';
import { withOwnHighlights } from '../highlights/place-writes.ts';
import { takeImages, type TakenImage } from '../images/image-writes.ts';
import { restoreSmartLists } from '../lists/list-writes.ts';
import { keepTags } from '../tags/tag-writes.ts';
import { write } from '../write.ts';
import { clipThere, wholeClip } from './whole-clip-queries.ts';
import { putWholeClip } from './whole-clip-writes.ts';

/** A clip of a backup, with the files of its pictures. */
export type RestoredClip = WholeClip & {
  readonly images?: readonly TakenImage[];
};

/** What became of a clip from a file; where one of its page was there, what that one keeps in another place now. */
export type TakenClip =
  { readonly outcome: 'added' } | { readonly outcome: 'merged'; readonly kept: KeptOfMerge };

/**
 * Puts clips of a backup back, in one transaction, by mergeClips or replaceClip: no text and no note is lost either way.
 * Tags that nobody described get rows. Done again, it changes nothing.
 */
export async function restoreClips(
  database: Database,
  restored: readonly RestoredClip[],
  { mode, now }: { readonly mode: RestoreMode; readonly now: number },
): Promise<TakenClip[]> {
  return await write(database, 'save', async () => {
    const taken: TakenClip[] = [];
    // One by one: a backup may have a page twice.
    for (const { images = [], ...record } of restored) {
      await describeTags(database, tagKeysOf(record), now);
      const there = await clipThere(database, record.clip);
      const ours = there === null ? null : await wholeClip(database, there.id);
      const theirs = await withOwnHighlights(database, record, (ours ?? record).clip.id);
      taken.push(await restoreClip(database, ours, theirs, mode, now));
      await takeImages(database, images, (ours ?? theirs).clip.id);
    }
    return taken;
  });
}

async function restoreClip(
  database: Database,
  ours: WholeClip | null,
  theirs: WholeClip,
  mode: RestoreMode,
  now: number,
): Promise<TakenClip> {
  if (ours === null) {
    await putWholeClip(database, null, theirs, now);
    return { outcome: 'added' };
  }
  const { whole, kept } =
    mode === 'replace'
      ? replaceClip(ours, theirs, now)
      : mergeClips(ours, theirs, { text: 'newer', at: now });
  await putWholeClip(database, ours, whole, now);
  return { outcome: 'merged', kept };
}

/** What a backup has beside its clips. */
export interface BackupLabels {
  readonly tags: readonly TagRow[];
  readonly drafts: readonly Draft[];
  readonly smartLists: readonly SmartList[];
}

/**
 * Tags, drafts and smart lists of a backup: what is described or typed here stays, and takes on what it lacks; of a list
 * that is here too, the later state counts.
 */
export async function restoreLabels(
  database: Database,
  { tags, drafts, smartLists }: BackupLabels,
): Promise<void> {
  await write(database, 'save', async () => {
    const rows = await database.tags.bulkGet(tags.map(({ key }) => key));
    await database.tags.bulkPut(tags.map((tag, index) => tagOfBoth(rows[index] ?? tag, tag)));
    const there = await database.drafts.bulkGet(drafts.map(({ urlKey }) => urlKey));
    await database.drafts.bulkPut(drafts.map((draft, index) => draftOfBoth(there[index] ?? draft, draft)));
    await restoreSmartLists(database, smartLists);
  });
}

function tagOfBoth(ours: TagRow, theirs: TagRow): TagRow {
  return { ...ours, color: ours.color ?? theirs.color, usedAt: Math.max(ours.usedAt, theirs.usedAt) };
}

function draftOfBoth(ours: Draft, theirs: Draft): Draft {
  return {
    ...ours,
    tags: [...new Set([...ours.tags, ...theirs.tags])],
    tagText: ours.tagText === '' ? theirs.tagText : ours.tagText,
    note: joinNotes(ours.note, theirs.note),
    updatedAt: Math.max(ours.updatedAt, theirs.updatedAt),
  };
}

/** Rows for tags that clips or highlights have and nobody described: of a backup that was edited by hand. */
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
