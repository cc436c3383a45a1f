import type { ClipId } from '../clip/clip.ts';
import type { Undo } from '../library/undo.ts';
import type { BulkEdit } from '../library/bulk-edit.ts';
import type { TagReplacement } from '../tag/replace-tags.ts';

/** Edits of at most so many clips are one transaction, done before the command is answered; larger ones are jobs. */
export const editedAtOnce = 50;

/** Clips of one transaction of such a job: so few that a search between two of them is answered at once. */
const pieceSize = 25;

/** What is done to many clips. */
export type ClipsChange =
  | { readonly kind: 'marks'; readonly edit: BulkEdit }
  | { readonly kind: 'tags'; readonly replacements: readonly TagReplacement[] }
  /** For good; only those in the trash. */
  | { readonly kind: 'delete' };

/**
 * The journal of an edit of many clips, kept in its job's row. The transaction that changes a piece's clips also moves on
 * the counts and keeps what takes them back, so each clip is changed once whatever dies in between.
 */
export interface EditWork {
  readonly change: ClipsChange;
  /** Rows of tags before the edit and after it; null where there is none. */
  readonly tags: Undo['tags'];
  /** Smart lists that followed renamed tags. */
  readonly lists?: Undo['lists'];
  readonly pieces: number;
  /** Clips that were looked at, and those of them that changed. */
  readonly seen: number;
  readonly changed: number;
}

export interface EditPiece {
  readonly jobId: string;
  readonly index: number;
  readonly state: 'waiting' | 'done';
  readonly clipIds: readonly ClipId[];
  /** What it changed, once it is done; what is to be taken back, where the job was turned into its undo. */
  readonly changes: Undo['clips'];
}

/** Rows for these clips, each once, after `from` pieces that are there. */
export function piecesOf(jobId: string, clipIds: readonly ClipId[], from = 0): EditPiece[] {
  const ids = [...new Set(clipIds)];
  const pieces: EditPiece[] = [];
  for (let start = 0; start < ids.length; start += pieceSize) {
    const index = from + pieces.length;
    pieces.push({
      jobId,
      index,
      state: 'waiting',
      clipIds: ids.slice(start, start + pieceSize),
      changes: [],
    });
  }
  return pieces;
}

/** What of a job's pieces has to be taken back: those that were not begun, or changed nothing, are not among them. */
export function piecesToUndo(pieces: readonly EditPiece[]): EditPiece[] {
  return pieces
    .filter(({ state, changes }) => state === 'done' && changes.length > 0)
    .map((piece) => ({ ...piece, state: 'waiting', clipIds: piece.changes.map(({ clipId }) => clipId) }));
}

/** Whether a job of this kind can be taken back: what is deleted for good cannot. */
export function isUndoableEdit({ kind, edit }: { readonly kind: string; readonly edit?: EditWork }): boolean {
  return kind === 'edit' && edit !== undefined && edit.change.kind !== 'delete' && edit.changed > 0;
}
