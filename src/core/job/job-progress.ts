import type { EditWork } from './edit-work.ts';

/** What became of a job's items. */
export interface JobProgress {
  readonly waiting: number;
  readonly done: number;
  readonly skipped: number;
  readonly failed: number;
}

/** Of an edit, in clips: `done` changed, `skipped` were as they should be. `total`: all clips of the edit. */
export function progressOfEdit({ seen, changed }: EditWork, total: number): JobProgress {
  return { waiting: Math.max(0, total - seen), done: changed, skipped: seen - changed, failed: 0 };
}
