import type { Clip, ClipId } from '../../core/clip/clip.ts';
import {
  type ClipsChange,
  type EditPiece,
  type EditWork,
  isUndoableEdit,
  piecesOf,
  piecesToUndo,
} from '../../core/job/edit-work.ts';
import { type Job, plainOptions } from '../../core/job/job.ts';
import { editedClip } from '../../core/library/bulk-edit.ts';
import type { Undo } from '../../core/library/undo.ts';
import { goneTags, targetsByKey } from '../../core/tag/replace-tags.ts';
import { parseTags } from '../../core/tag/tag.ts';
import { clipsWithTags, replacedTags, rowsOf, undoChanges } from '../clips/bulk-writes.ts';
import { changeClips } from '../clips/change-clip-writes.ts';
import { deleteInTrash } from '../clips/clip-state-writes.ts';
import type { Database } from '../database.ts';
import { renameInSmartLists, undoListChanges } from '../lists/list-writes.ts';
import { addRows, dropRows, plannedRows, putRows, undoRows } from '../tags/tag-row-writes.ts';
import { write } from '../write.ts';

type NewEditJob = Pick<Job, 'id' | 'subject' | 'createdAt'> & { readonly change: ClipsChange };

/** Edits that are over and are kept, since they can be taken back; older ones are forgotten. */
const keptEdits = 10;

/** Writes the job with its pieces, and the rows of the tags that its clips will get, before any clip changes. Throws `store/*`. */
export async function createEditJob(
  database: Database,
  { change, ...job }: NewEditJob,
  clipIds: readonly ClipId[],
): Promise<void> {
  await write(database, 'edit-piece', async () => {
    await forgetOldEdits(database);
    const pieces = piecesOf(job.id, clipIds);
    const edit: EditWork = {
      change,
      tags: await rowsBefore(database, change, job.createdAt),
      ...(change.kind === 'tags'
        ? { lists: await renameInSmartLists(database, targetsByKey(change.replacements), job.createdAt) }
        : {}),
      pieces: pieces.length,
      seen: 0,
      changed: 0,
    };
    const total = pieces.reduce((sum, piece) => sum + piece.clipIds.length, 0);
    const rest = { kind: 'edit', state: 'running', tags: [], options: plainOptions, endedAt: null } as const;
    await database.jobs.add({ ...job, ...rest, total, edit });
    await database.editPieces.bulkAdd(pieces);
  });
}

async function rowsBefore(database: Database, change: ClipsChange, now: number): Promise<Undo['tags']> {
  switch (change.kind) {
    case 'marks':
      return await addRows(database, parseTags(change.edit.addTags ?? []), now);
    case 'tags': {
      const rows = await plannedRows(database, targetsByKey(change.replacements), now);
      await putRows(database, rows);
      return rows;
    }
    case 'delete':
      return [];
  }
}

async function forgetOldEdits(database: Database): Promise<void> {
  const jobs = await database.jobs.orderBy('createdAt').reverse().toArray();
  const over = jobs.filter(
    ({ edit, state }) => edit !== undefined && (state === 'ended' || state === 'cancelled'),
  );
  for (const { id } of over.slice(keptEdits - 1)) {
    await database.editPieces.where('jobId').equals(id).delete();
    await database.jobs.delete(id);
  }
}

/**
 * Does the next piece of an edit and moves its journal on, in one transaction; after the last one the job ends. Nothing
 * happens where the job does not run any more. Throws `store/*`.
 */
export async function takePiece(database: Database, { id, edit }: Job, now: number): Promise<void> {
  // What deletes holds more tables, and so more other readers.
  const scope = edit?.change.kind === 'delete' ? 'delete-piece' : 'edit-piece';
  await write(database, scope, async () => {
    const job = await database.jobs.get(id);
    if (job?.edit === undefined || job.state !== 'running') return;
    const piece = await database.editPieces.where({ jobId: id, state: 'waiting' }).first();
    if (piece === undefined) {
      await endEdit(database, job, job.edit, now);
      return;
    }
    const { changed, changes } =
      job.kind === 'undo-edit'
        ? {
            changed: await undoChanges(database, { clips: piece.changes, tags: job.edit.tags }, now),
            changes: [],
          }
        : await changePiece(database, job, job.edit, piece, now);
    await database.editPieces.put({ ...piece, state: 'done', changes });
    await database.jobs.put({
      ...job,
      edit: {
        ...job.edit,
        seen: job.edit.seen + piece.clipIds.length,
        changed: job.edit.changed + changed,
      },
    });
  });
}

async function changePiece(
  database: Database,
  job: Job,
  { change, tags }: EditWork,
  { clipIds }: EditPiece,
  now: number,
): Promise<{ changed: number; changes: Undo['clips'] }> {
  if (change.kind === 'delete') return { changed: await deleteInTrash(database, clipIds, now), changes: [] };
  const edited =
    change.kind === 'marks'
      ? { clip: (clip: Clip) => editedClip(clip, change.edit, job.createdAt) }
      : replacedTags(targetsByKey(change.replacements), now);
  const changes = await changeClips(database, clipIds, edited, { rows: rowsOf(tags, 'after'), now });
  return { changed: changes.length, changes };
}

/** The rows of tags that go, go with the last clip; clips that got such a tag meanwhile are changed first. */
async function endEdit(database: Database, job: Job, edit: EditWork, now: number): Promise<void> {
  if (job.kind === 'undo-edit') {
    await undoRows(database, edit.tags);
    await undoListChanges(database, edit.lists ?? [], now);
  } else if (edit.change.kind === 'tags') {
    const later = await clipsWithTags(database, goneTags(targetsByKey(edit.change.replacements)));
    if (later.length > 0) {
      const pieces = piecesOf(job.id, later, edit.pieces);
      await database.editPieces.bulkAdd(pieces);
      await database.jobs.put({
        ...job,
        total: job.total + later.length,
        edit: { ...edit, pieces: edit.pieces + pieces.length },
      });
      return;
    }
    await dropRows(database, edit.tags);
  }
  await database.jobs.put({ ...job, state: 'ended', endedAt: now });
}

/**
 * Turns an edit around, over or not: the clips that it changed wait to be changed back. One that was taken back already,
 * or that deleted for good, stays as it is.
 */
export async function turnEditIntoUndo(database: Database, job: Job): Promise<void> {
  const { edit } = job;
  if (edit === undefined || !isUndoableEdit(job)) return;
  const pieces = piecesToUndo(await database.editPieces.where({ jobId: job.id }).toArray());
  await database.editPieces.where('jobId').equals(job.id).delete();
  await database.editPieces.bulkAdd(pieces);
  await database.jobs.put({
    ...job,
    kind: 'undo-edit',
    state: 'running',
    total: pieces.reduce((sum, { clipIds }) => sum + clipIds.length, 0),
    endedAt: null,
    edit: { ...edit, seen: 0, changed: 0 },
  });
}
