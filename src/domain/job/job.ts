import type { FailureCode } from '../failure.ts';

/**
 * Work that is longer than one transaction, journalled so that it goes on after the worker, the page or the browser
 * died: a job and its items are rows before any of it starts, and each item's end is written before the next begins.
 *
 *   running ⇄ paused        waiting ─▶ done
 *      │   ╲                   │  ╲──▶ skipped  (there already)
 *      ▼    ▼                  ╰─────▶ failed   (may be retried: waiting again)
 *    ended  cancelled
 */
export interface Job {
  readonly id: string;
  readonly kind: JobKind;
  readonly state: 'running' | 'paused' | 'ended' | 'cancelled';
  /** What the reader calls it: a page's title, a file's name. */
  readonly subject: string;
  /** Tags that each clip of the job gets (display forms). */
  readonly tags: readonly string[];
  readonly total: number;
  /** Epoch ms. */
  readonly createdAt: number;
  readonly endedAt: number | null;
}

export type JobKind = 'clip-pages' | 're-extract';

export interface JobItem {
  readonly jobId: string;
  readonly index: number;
  readonly state: 'waiting' | 'done' | 'skipped' | 'failed';
  readonly url: string;
  readonly title: string;
  readonly attempts: number;
  /** Not to be tried before this time (epoch ms): backoff, or the server's Retry-After. */
  readonly notBefore: number;
  readonly code: FailureCode | null;
  readonly detail: string;
  readonly clipId: string | null;
}

export interface JobProgress {
  readonly waiting: number;
  readonly done: number;
  readonly skipped: number;
  readonly failed: number;
}
