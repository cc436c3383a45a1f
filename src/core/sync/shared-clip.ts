import type { ArticleEdit } from '../clip/article-edits.ts';
import type { ClipId, EditableField } from '../clip/clip.ts';
import type { Replacement } from '../clip/whole-clip.ts';
import type { SharedNote } from './shared-note.ts';
import type { Stamped, StampedMap } from './stamp.ts';

/** What the page says of itself, or the user in its place: what was written by hand stands before what a page says. */
export interface Said<Value> {
  readonly text: Value;
  readonly byHand: boolean;
}

/** An article's text by its hash: the text itself is a file of its own, which never changes. */
export interface TextRef {
  /** SHA-256 of the file, in hexadecimal. */
  readonly hash: string;
  /** A link without content: it yields to anything that has some. */
  readonly isEmpty: boolean;
  /** When the user made an older text this clip's again (epoch ms). */
  readonly chosenAt: number | null;
  /** What the clip's row said when this became its text: of it, should it become a version. */
  readonly said: SaidOfText;
}

export type SaidOfText = { readonly [Field in EditableField]: string | null };

/** An earlier text of a clip, which is named by its hash. */
export interface SharedVersion {
  /** What the clip's row said of it. */
  readonly said: SaidOfText;
  readonly replaced: Replacement | null;
}

/** Plain data, as JSON has it. */
export type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };

/** A highlight, field by field. Read it by `livingFields`: it may have been deleted on one device and changed on another. */
export interface SharedHighlight {
  readonly living: Stamped<boolean>;
  readonly fields: StampedMap<Json>;
}

/** The file of a picture. */
export interface SharedImage {
  /** SHA-256 in hexadecimal. */
  readonly hash: string;
  /** Media type. */
  readonly type: string;
}

/**
 * A clip as devices share it: each field with the time and place of its last change, so that any two states can be joined. It
 * is small; texts and pictures are named by their hashes. The trash is not shared: a clip in it is not among the shared ones.
 */
export interface SharedClip {
  /** Of several clips of one page the oldest's; the others' ids are its aliases, in order. */
  readonly id: ClipId;
  readonly aliases: readonly ClipId[];
  readonly urlKey: string;
  readonly savedAt: number;
  readonly said: { readonly [Field in EditableField]: Stamped<Said<string | null>> };
  readonly readAt: Stamped<number | null>;
  readonly starred: Stamped<boolean>;
  /** By key: whether the clip has the tag. */
  readonly tags: StampedMap<boolean>;
  readonly note: SharedNote;
  readonly text: Stamped<TextRef>;
  /** Earlier texts by hash; null where it was deleted. */
  readonly versions: StampedMap<SharedVersion | null>;
  /** By the edit's kind and block; null where it was taken back. */
  readonly edits: StampedMap<ArticleEdit | null>;
  /** By id. */
  readonly highlights: ReadonlyMap<string, SharedHighlight>;
  /** By address. */
  readonly images: ReadonlyMap<string, SharedImage>;
}

export type SharedLibrary = ReadonlyMap<ClipId, SharedClip>;

/** The keys of a map whose value is true, in the order in which they were set. */
export function heldKeys(map: StampedMap<boolean>): string[] {
  return [...map]
    .filter(([, { value }]) => value)
    .toSorted(([a, first], [b, second]) => first.at - second.at || (a < b ? -1 : 1))
    .map(([key]) => key);
}

/** The highlight as plain fields; null where it was deleted, and not changed after that. */
export function livingFields({ living, fields }: SharedHighlight): ReadonlyMap<string, Json> | null {
  const changedLater = [...fields.values()].some(({ at }) => at > living.at);
  if (!living.value && !changedLater) return null;
  return new Map([...fields].map(([name, { value }]) => [name, value]));
}
