import type { FailureCode } from '../failure.ts';
import type { ImportProblem } from './import-problem.ts';

/** Numbers of clips. */
export interface SideChanges {
  readonly added: number;
  readonly changed: number;
  readonly removed: number;
}

/** The journal of a sync, kept in its job's row. What is done is in the library itself: each clip has its last shared state. */
export interface SyncWork {
  readonly phase: 'looking' | 'receiving' | 'sending';
  /** Clips of this phase. */
  readonly done: number;
  readonly total: number;
  /** What became, or will become, of the clips here and in the repository. */
  readonly here: SideChanges;
  readonly there: SideChanges;
  /** Clips that the user may want to look at. */
  readonly doubts: number;
  /** Files of the repository that could not be read; each costs its file alone. */
  readonly problems: readonly ImportProblem[];
  /** What the user is asked before anything is written. */
  readonly question: SyncQuestion | null;
  /** The user said yes to it. */
  readonly consent: boolean;
  /** It was taken back. */
  readonly undone?: boolean;
  readonly failure: { readonly code: FailureCode; readonly detail: string } | null;
}

export interface SyncQuestion {
  /** The first sync with this repository, or one that changes or deletes much. */
  readonly reason: 'first' | 'many';
  /** Numbers of clips: here, in the repository, and of both together. */
  readonly hereBefore: number;
  readonly thereBefore: number;
  readonly together: number;
}

export const unchangedSide: SideChanges = { added: 0, changed: 0, removed: 0 };

export const newSyncWork: SyncWork = {
  phase: 'looking',
  done: 0,
  total: 0,
  here: unchangedSide,
  there: unchangedSide,
  doubts: 0,
  problems: [],
  question: null,
  consent: false,
  failure: null,
};
