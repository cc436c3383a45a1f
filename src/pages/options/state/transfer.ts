import { type ReadonlySignal, signal } from '@preact/signals';
import { Failure, type FailureCode } from '../../../domain/failure.ts';
import type { ImportProblem } from '../../../exchange/import/imported-clip.ts';

/** How an export or import is going. */
export type Transfer =
  | { readonly kind: 'idle' }
  | {
      readonly kind: 'working';
      readonly work: 'backup' | 'reading';
      readonly done: number;
      readonly total: number | null;
    }
  | { readonly kind: 'saved'; readonly fileName: string }
  | { readonly kind: 'taken'; readonly result: TransferResult }
  | { readonly kind: 'cancelled'; readonly done: number }
  | { readonly kind: 'failed'; readonly code: FailureCode };

export interface TransferResult {
  readonly added: number;
  /** There already: given what the file had more of. */
  readonly merged: number;
  readonly problems: readonly ImportProblem[];
}

export type Progress = (done: number, total: number | null) => void;

export interface TransferDependencies {
  /** Writes the backup and hands it to the browser to save; its file name. */
  readonly backUp: (progress: Progress, signal: AbortSignal) => Promise<string>;
  /** Takes over what is in a file: a backup of ours, or a file of another tool. */
  readonly takeFile: (file: File, progress: Progress, signal: AbortSignal) => Promise<TransferResult>;
  readonly reportBug: (error: unknown) => void;
}

export interface Transfers {
  readonly state: ReadonlySignal<Transfer>;
  readonly backUp: () => void;
  readonly takeFile: (file: File) => void;
  /** What was taken over so far stays; the same file can be given again. */
  readonly cancel: () => void;
}

/** Backup, restore and import: one at a time, with progress, to be cancelled at any point. */
export function createTransfers({ backUp, takeFile, reportBug }: TransferDependencies): Transfers {
  const state = signal<Transfer>({ kind: 'idle' });
  let running: AbortController | null = null;

  const run = async (
    work: 'backup' | 'reading',
    task: (progress: Progress, signal: AbortSignal) => Promise<Transfer>,
  ): Promise<void> => {
    if (running !== null) return;
    running = new AbortController();
    const { signal: aborted } = running;
    let done = 0;
    state.value = { kind: 'working', work, done, total: null };
    try {
      state.value = await task((count, total) => {
        done = count;
        state.value = { kind: 'working', work, done, total };
      }, aborted);
    } catch (error) {
      state.value = ended(error, aborted, done);
    } finally {
      running = null;
    }
  };
  const ended = (error: unknown, aborted: AbortSignal, done: number): Transfer => {
    if (aborted.aborted) return { kind: 'cancelled', done };
    if (!(error instanceof Failure)) reportBug(error);
    return { kind: 'failed', code: error instanceof Failure ? error.code : 'bug' };
  };

  return {
    state,
    backUp: () =>
      void run('backup', async (progress, aborted) => ({
        kind: 'saved',
        fileName: await backUp(progress, aborted),
      })),
    takeFile: (file) =>
      void run('reading', async (progress, aborted) => ({
        kind: 'taken',
        result: await takeFile(file, progress, aborted),
      })),
    cancel: () => running?.abort(),
  };
}
