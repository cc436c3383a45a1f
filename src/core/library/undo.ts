import type { Clip, ClipId } from '../clip/clip.ts';
import type { TagRow } from '../tag/tag.ts';

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

/** The marks of a clip as they were: what takes an edit back. */
export type ClipMarks = { readonly clipId: ClipId } & Pick<Clip, 'tags' | 'starred' | 'readAt' | 'trashedAt'>;

/** Everything that an edit replaced. Plain data, so that it can travel and wait in a page. */
export interface Undo {
  readonly clips: readonly ClipMarks[];
  /** Rows of tags that were there before. */
  readonly tags: readonly TagRow[];
  /** Keys of tags that were not. */
  readonly newTags: readonly string[];
}

export function marksOf({ id, tags, starred, readAt, trashedAt }: Clip): ClipMarks {
  return { clipId: id, tags, starred, readAt, trashedAt };
}
