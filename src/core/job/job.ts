import type { FailureCode } from '../failure.ts';
import type { EditWork } from './edit-work.ts';
import type { FileWork } from './file-work.ts';
import type { JobProgress } from './job-progress.ts';
import type { SyncWork } from './sync-work.ts';

/**
 * Work that is longer than one transaction, journalled so that it goes on after the worker, the page or the browser
 * died: a job and its items are rows before any of it starts, and each item's end is written before its place is free.
 *
 *   needs-access ─▶ running ⇄ paused        waiting ─▶ done
 *          │          │  ╲      │              │  ╲──▶ skipped  (there already)
 *          ▼          ▼   ▼     ▼              ╰─────▶ failed   (may be retried: waiting again)
 *       cancelled   ended  cancelled
 */
export interface Job {
  readonly id: string;
  readonly kind: JobKind;
  /** `needs-access`: the user has not yet allowed its sites. */
  readonly state: 'needs-access' | 'running' | 'paused' | 'ended' | 'cancelled';
  /** What the user calls it: a page's title, a file's name. */
  readonly subject: string;
  /** Tags that each clip of the job gets (display forms). */
  readonly tags: readonly string[];
  readonly options: JobOptions;
  /** Of its items, of the entries of its file, or of the clips that it edits. */
  readonly total: number;
  /** Epoch ms. */
  readonly createdAt: number;
  readonly endedAt: number | null;
  /** Of a job that takes over a file, and has no items. */
  readonly file?: FileWork;
  /** Of a job that edits many clips, and has pieces in place of items. */
  readonly edit?: EditWork;
  /** Pages that its lists named and that are not taken: there were too many. */
  readonly leftOut?: number;
  /** Of a sync, which has no items either. */
  readonly sync?: SyncWork;
  /** Why it paused by itself; of a file's job the file has it. */
  readonly failure?: FailureCode;
}

/**
 * `re-extract`: the items are clips, each made anew from the page that was kept with it. `take-back`: such a job turned
 * around; its items get the text back that they had before it. `edit`: many clips are starred, tagged, trashed, deleted
 * (edit-work.ts); `undo-edit`: such a job turned around.
 */
export type JobKind = 'clip-pages' | 're-extract' | 'take-back' | 'edit' | 'undo-edit' | 'sync' | FileJobKind;

/** A file of another tool, or a backup of ours. */
export type FileJobKind = 'import' | 'restore';

export interface JobOptions {
  /** Pages are fetched with the user's cookies for their site. */
  readonly cookies: boolean;
  /** A page that has no article as it is sent is opened in a background tab, where its scripts run. */
  readonly render: boolean;
  /** One item after the other, so that the library has them in the order of their series. */
  readonly inOrder: boolean;
}

export const plainOptions: JobOptions = { cookies: false, render: false, inOrder: false };

/**
 * What an item asks for. A list or a feed ends by adding the pages it names, and the list that follows it; a clip is on
 * the library, and nothing is fetched for it.
 */
export type ItemRole = 'page' | 'list' | 'feed' | 'clip';

export interface NewItem {
  readonly role: ItemRole;
  readonly url: string;
  readonly title: string;
  /** An open tab that shows the page, read in place of fetching it. */
  readonly tabId: number | null;
  /** Address of a feed that may hold the page's text, for when the page cannot be had. */
  readonly feed: string | null;
  /** The clip that the item is about, that gets the page's article, or that it became. */
  readonly clipId: string | null;
}

export interface JobItem extends NewItem {
  readonly jobId: string;
  readonly index: number;
  readonly state: 'waiting' | 'done' | 'skipped' | 'failed';
  readonly attempts: number;
  /** Not to be tried before this time (epoch ms): backoff, or the server's Retry-After. */
  readonly notBefore: number;
  readonly code: FailureCode | null;
  readonly detail: string;
}

/** A site whose pages wait for a later time. */
export interface WaitedSite {
  readonly site: string;
  /** It asked to be left alone; else its pages could not be had, and are tried again. */
  readonly asked: boolean;
  /** Epoch ms; `untilAsked` where it asked for longer than anyone waits. */
  readonly until: number;
  /** Of the job, that wait for it. */
  readonly pages: number;
}

/** A job as pages show it. */
export interface JobView {
  readonly job: Job;
  readonly progress: JobProgress;
  /** The items that failed, in order. */
  readonly failed: readonly JobItem[];
  /** Addresses of the items that wait, where the user has to allow their sites first. */
  readonly waitingUrls: readonly string[];
  readonly waitsFor: readonly WaitedSite[];
}
