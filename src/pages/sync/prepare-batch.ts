import type { ClipId } from '../../core/clip/clip.ts';
import type { ImportProblem } from '../../core/job/import-problem.ts';
import { writeSyncBatch } from '../../database/sync/batch-file.ts';
import type { SyncPiece } from '../../database/sync/sync-piece.ts';
import { knownOf } from '../../database/sync/sync-queries.ts';
import { problem } from '../../formats/import/imported-clip.ts';
import { recordPath } from '../../formats/repository/repository-files.ts';
import type { SyncSides } from './look.ts';
import type { PlannedClip } from './plan-sync.ts';
import { receiveClip } from './receive-clip.ts';
import type { RemoteChanges } from './remote-changes.ts';

/** Merged clips as the worker takes them. */
export interface ReadyBatch {
  readonly batch: string;
  readonly count: number;
  readonly problems: readonly ImportProblem[];
  /** Clips that stay here as they are, since the repository lacks a text of them. */
  readonly unreadable: readonly ClipId[];
}

/** Clips of one transaction. */
const usuallyAtOnce = 100;
/** Fewer where their pictures are large, in bytes: all of them are held in memory at once. */
const mostBytes = 16_000_000;

/** The first of the clips that wait, with all that belongs to them, in a file for the worker. Throws `sync/…`, `store/…`. */
export async function prepareBatch(
  sides: SyncSides & { readonly changes: RemoteChanges; readonly head: string },
  waiting: readonly PlannedClip[],
  atOnce = usuallyAtOnce,
): Promise<ReadyBatch> {
  const { database, repository, setting, changes, head } = sides;
  const some = waiting.slice(0, atOnce);
  const log = (
    await knownOf(
      database,
      some.flatMap(({ readAt }) => [...readAt.keys()]),
    )
  ).changes;
  const world = { database, repository, head, device: setting.device.id, changes, log };
  const pieces: SyncPiece[] = [];
  const problems: ImportProblem[] = [];
  const unreadable: ClipId[] = [];
  let bytes = 0;
  let count = 0;
  for (const planned of some) {
    if (bytes > mostBytes) break;
    count += 1;
    const piece = await receiveClip(world, planned);
    // What the user changed since it was merged shows when all has been taken.
    if (piece === 'stale') continue;
    if (piece === 'unreadable') {
      problems.push(problem('damaged', '', { entry: recordOf(planned) }));
      unreadable.push(...planned.merged.clipIds);
      continue;
    }
    pieces.push(piece);
    if (piece.kind === 'put') for (const image of piece.images) bytes += image.bytes?.byteLength ?? 0;
  }
  const batch = await writeSyncBatch({ pieces, sent: [], commit: null, partOf: head });
  return { batch, count, problems, unreadable };
}

function recordOf({ merged: { clip } }: PlannedClip): string {
  return clip === null ? '' : recordPath(clip);
}
