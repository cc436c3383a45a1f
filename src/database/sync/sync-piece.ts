import type { ClipId } from '../../core/clip/clip.ts';
import type { ReadingPlace } from '../../core/clip/reading-place.ts';
import type { WholeClip } from '../../core/clip/whole-clip.ts';
import type { SmartList } from '../../core/library/smart-list.ts';
import type { TagRow } from '../../core/tag/tag.ts';
import type { SharedValuesRow } from '../database.ts';
import type { SharedClip } from '../../core/sync/shared-clip.ts';

/** What a sync makes of one clip here, or of several of one page: made by a page that reads Git, written by the worker. */
export type SyncPiece = {
  /** Of each clip that is touched: the change (`changes.at`) that it was read with. Where the user was faster, nothing is written. */
  readonly expected: readonly (readonly [clipId: ClipId, at: number | null])[];
  /** What the repository has of clips that are no more: to be removed there. null for nothing. */
  readonly records: readonly { readonly clipId: ClipId; readonly common: SharedClip | null }[];
} & (
  | { readonly kind: 'delete'; readonly clipIds: readonly ClipId[] }
  | {
      readonly kind: 'put';
      readonly whole: WholeClip;
      /** As the repository has it; null where it has it not yet. */
      readonly common: SharedClip | null;
      /** The merged state where it is not the repository's. */
      readonly own: SharedClip | null;
      readonly images: readonly SyncImage[];
      readonly strays: readonly string[];
      /** Clips of the same page that are this one now. */
      readonly aliases: readonly ClipId[];
    }
);

export interface SyncImage {
  readonly url: string;
  /** SHA-256 in hexadecimal. */
  readonly hash: string;
  readonly type: string;
  /** null where a file with this hash is here. */
  readonly bytes: Uint8Array<ArrayBuffer> | null;
}

/** A clip that has arrived in the repository, as it was at `at`; `shared` is null where it was removed there. */
export interface SentClip {
  readonly clipId: ClipId;
  readonly at: number | null;
  readonly common: SharedClip | null;
}

export interface TagChange {
  readonly key: string;
  /** null where it was deleted. */
  readonly tag: Pick<TagRow, 'label' | 'color'> | null;
}

export interface ListChange {
  readonly id: string;
  /** null where it was deleted. */
  readonly list: SmartList | null;
}

export interface PlaceChange {
  readonly clipId: ClipId;
  /** null where the article was read to its end, or left at its start. */
  readonly place: ReadingPlace | null;
}

/** What a sync brings beside clips. */
export interface ReceivedValues {
  readonly places: readonly PlaceChange[];
  readonly tags: readonly TagChange[];
  readonly lists: readonly ListChange[];
  /** What is common to all now. */
  readonly base: readonly SharedValuesRow[];
}

/** What the worker writes in one transaction. */
export interface SyncBatch {
  readonly pieces: readonly SyncPiece[];
  readonly sent: readonly SentClip[];
  /** The commit whose changes are all here with this batch; null where some are still to come. */
  readonly commit: string | null;
  /** The commit that the pieces are of, where others of it are still to come. */
  readonly partOf?: string;
  /** All clips were compared with the repository, and nothing is unsent. */
  readonly isCompared?: boolean;
  readonly values?: ReceivedValues | null;
}
