import type { Clip, ClipId } from '../core/clip/clip.ts';
import { changedFields, timesAfter } from '../core/sync/change-times.ts';
import type { ChangeRow, Database } from './database.ts';

/** Notes, inside the caller's transaction, that these clips changed: what an incremental backup has to look at. */
export async function recordChanges(
  database: Database,
  clipIds: readonly ClipId[],
  kind: ChangeRow['kind'],
  at: number,
): Promise<void> {
  const rows = kind === 'put' ? await database.changes.bulkGet([...clipIds]) : [];
  await database.changes.bulkPut(
    clipIds.map((clipId, index) => {
      const fields = rows[index]?.fields;
      return { clipId, at, kind, unsent: 1, ...(fields === undefined ? {} : { fields }) } as const;
    }),
  );
}

/** A clip before and after an edit, and which of its highlights changed. */
export interface RecordedEdit {
  readonly before: Clip;
  readonly after: Clip;
  /** Ids. */
  readonly highlights?: readonly string[];
}

/** The same, with which fields of each clip changed: of two devices' edits the later one counts, field by field. */
export async function recordEdits(
  database: Database,
  edits: readonly RecordedEdit[],
  at: number,
): Promise<void> {
  const rows = await database.changes.bulkGet(edits.map(({ after }) => after.id));
  await database.changes.bulkPut(
    edits.map(({ before, after, highlights = [] }, index) => {
      const marked = highlights.map((id) => `highlight:${id}` as const);
      const fields = timesAfter(rows[index]?.fields, [...changedFields(before, after), ...marked], at);
      return { clipId: after.id, at, kind: 'put', unsent: 1, fields } as const;
    }),
  );
}
