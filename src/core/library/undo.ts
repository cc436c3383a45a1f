import type { Clip, ClipId } from '../clip/clip.ts';
import type { Highlight } from '../highlight/highlight.ts';
import type { TagRow } from '../tag/tag.ts';
import type { SmartList } from './smart-list.ts';

/** What an edit of many clips may change of one. */
export type ClipMarks = Pick<Clip, 'tags' | 'starred' | 'readAt' | 'trashedAt'>;

/**
 * What an edit did, as plain data that can travel and wait in a page. What it changed is taken back only where it still is
 * as the edit left it: what was done since stays.
 */
export interface Undo {
  readonly clips: readonly ClipChange[];
  /** Rows of tags; null where there was, or is, none. */
  readonly tags: readonly (Change<TagRow | null> & { readonly key: string })[];
  /** Smart lists that followed renamed tags. */
  readonly lists?: readonly Change<SmartList>[];
}

/** What an edit changed of a clip, and of its highlights where it is about them too: missing for none. */
export interface ClipChange extends Change<ClipMarks> {
  readonly clipId: ClipId;
  readonly highlights?: readonly HighlightTagsChange[];
}

/** What an edit of tags changes of a highlight. */
export type HighlightTags = Pick<Highlight, 'tags' | 'changedAt'>;

/** `id`: of the highlight. */
type HighlightTagsChange = Change<HighlightTags> & { readonly id: string };

export interface Change<Value> {
  readonly before: Value;
  readonly after: Value;
}

/** The marks of a clip that an edit of many clips may change. */
export function marksOf({ tags, starred, readAt, trashedAt }: Clip): ClipMarks {
  return { tags, starred, readAt, trashedAt };
}

/** The clip with the edit taken back; the same object where nothing of it is left. */
export function undoneClip(clip: Clip, { before, after }: Change<ClipMarks>): Clip {
  const undone = {
    tags: undoneTags(clip.tags, before.tags, after.tags),
    starred: clip.starred === after.starred ? before.starred : clip.starred,
    readAt: clip.readAt === after.readAt ? before.readAt : clip.readAt,
    trashedAt: clip.trashedAt === after.trashedAt ? before.trashedAt : clip.trashedAt,
  };
  const same =
    isSameList(undone.tags, clip.tags) &&
    undone.starred === clip.starred &&
    undone.readAt === clip.readAt &&
    undone.trashedAt === clip.trashedAt;
  return same ? clip : { ...clip, ...undone };
}

/** The highlight with the edit of its tags taken back; the same object where nothing of it is left. */
export function undoneHighlightTags(
  highlight: Highlight,
  { before, after }: Change<HighlightTags>,
): Highlight {
  const tags = undoneTags(highlight.tags, before.tags, after.tags);
  if (isSameList(tags, highlight.tags)) return highlight;
  const changedAt = highlight.changedAt === after.changedAt ? before.changedAt : highlight.changedAt;
  return { ...highlight, tags, changedAt };
}

/** As before where nothing was done since; else what the edit added goes and what it took off comes back. */
function undoneTags(
  tags: readonly string[],
  before: readonly string[],
  after: readonly string[],
): readonly string[] {
  if (isSameList(tags, after)) return before;
  const kept = tags.filter((tag) => before.includes(tag) || !after.includes(tag));
  const back = before.filter((tag) => !after.includes(tag) && !kept.includes(tag));
  return [...kept, ...back];
}

function isSameList(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((each, index) => each === b[index]);
}

/** Whether a tag's row is as the edit left it. */
export function isSameRow(a: TagRow | null, b: TagRow | null): boolean {
  if (a === null || b === null) return a === b;
  return a.label === b.label && a.usedAt === b.usedAt && a.color === b.color;
}
