import type { Clip } from '../clip/clip.ts';
import { parseTags } from '../tag/tag.ts';

/** What an edit of many clips may change, at once and on each. */
export interface BulkEdit {
  /** Labels. */
  readonly addTags?: readonly string[];
  /** Labels or keys. */
  readonly removeTags?: readonly string[];
  readonly starred?: boolean;
  readonly read?: boolean;
  readonly trashed?: boolean;
}

/** The clip after the edit; the same object where nothing changes. `now` is epoch milliseconds. */
export function editedClip(clip: Clip, edit: BulkEdit, now: number): Clip {
  const tags = editedTags(clip.tags, edit);
  const starred = edit.starred ?? clip.starred;
  const readAt = edit.read === undefined ? clip.readAt : edit.read ? (clip.readAt ?? now) : null;
  const trashedAt =
    edit.trashed === undefined ? clip.trashedAt : edit.trashed ? (clip.trashedAt ?? now) : null;
  const same =
    starred === clip.starred &&
    readAt === clip.readAt &&
    trashedAt === clip.trashedAt &&
    tags.length === clip.tags.length &&
    tags.every((tag, index) => tag === clip.tags[index]);
  return same ? clip : { ...clip, tags, starred, readAt, trashedAt };
}

function editedTags(tags: readonly string[], { addTags = [], removeTags = [] }: BulkEdit): readonly string[] {
  const added = parseTags(addTags).map((tag) => tag.key);
  const removed = new Set(parseTags(removeTags).map((tag) => tag.key));
  return [...new Set([...tags.filter((tag) => !removed.has(tag)), ...added])];
}
