import { type ReadonlySignal, type Signal, signal } from '@preact/signals';
import { type FailureCode, failureCode } from '../../../core/failure.ts';
import type { DayOrder, RestoreMode } from '../../../core/job/file-work.ts';
import type { ImportProblem } from '../../../core/job/import-problem.ts';
import type { FileJobKind } from '../../../core/job/job.ts';

/** What taking a file over would do, in numbers of its entries. */
export interface FilePreview {
  readonly kind: FileJobKind;
  readonly total: number;
  /** Not in the library. */
  readonly added: number;
  /** There with older text than the backup's. */
  readonly newer: number;
  /** There already, or twice in the file. */
  readonly there: number;
  /** Lines and entries that cannot be read. */
  readonly problems: readonly ImportProblem[];
  /** What of the others cannot be read; the first of them. */
  readonly remarks: readonly ImportProblem[];
  /** What the file was recognised as. */
  readonly format: string;
  /** The first clips as they will be. */
  readonly rows: readonly PreviewRow[];
  /** A date whose day and month could be either, and how such dates are read. */
  readonly dates: { readonly example: string; readonly order: DayOrder } | null;
  /** Of a backup, as they were written. */
  readonly settings: Readonly<Record<string, unknown>>;
}

export interface PreviewRow {
  readonly url: string;
  readonly title: string;
  readonly tags: readonly string[];
  /** Epoch ms; null for the time of the import. */
  readonly savedAt: number | null;
  readonly read: boolean;
  readonly starred: boolean;
  readonly hasText: boolean;
}

/** How a backup or the first look at a file is going. */
export type Transfer =
  | { readonly kind: 'idle' }
  | {
      readonly kind: 'working';
      readonly work: 'backup' | 'reading';
      readonly done: number;
      readonly total: number | null;
    }
  | { readonly kind: 'preview'; readonly file: File; readonly preview: FilePreview }
  | { readonly kind: 'saved'; readonly fileName: string }
  | { readonly kind: 'cancelled' }
  | { readonly kind: 'failed'; readonly code: FailureCode };

/** A file that the user chose or dropped, by its way within the folder where there is one. */
export interface PickedFile {
  readonly path: string;
  readonly file: File;
}

export type Progress = (done: number, total: number | null) => void;

export interface TransferDependencies {
  /** Writes the backup and hands it to the browser to save; its file name. */
  readonly backUp: (progress: Progress, signal: AbortSignal) => Promise<string>;
  /** There is a backup now. */
  readonly onBackup: () => void;
  readonly previewFile: (
    file: File,
    dates: FilePreview['dates'],
    progress: Progress,
    signal: AbortSignal,
  ) => Promise<FilePreview>;
  /** Several files, or those of a folder, as one archive. */
  readonly packFiles: (files: readonly PickedFile[], signal: AbortSignal) => Promise<File>;
  /** Starts the job that takes the file over. To be called within the user's gesture. */
  readonly startFile: (
    file: File,
    preview: FilePreview,
    mode: RestoreMode,
    signal: AbortSignal,
  ) => Promise<void>;
  readonly reportBug: (error: unknown) => void;
}

export interface Transfers {
  readonly state: ReadonlySignal<Transfer>;
  /** For the backup that is looked at. */
  readonly mode: ReadonlySignal<RestoreMode>;
  readonly setMode: (mode: RestoreMode) => void;
  readonly backUp: () => void;
  /** Reads the files and shows what is in them; nothing is changed. */
  readonly previewFiles: (files: readonly PickedFile[] | Promise<readonly PickedFile[]>) => void;
  /** Reads the file that is looked at again, with its ambiguous dates as the user says. */
  readonly setOrder: (order: DayOrder) => void;
  /** Takes over the file that is looked at: a job from then on, which goes on without this page. */
  readonly startFile: () => void;
  readonly cancel: () => void;
}

/** Backup, and the way into restore and import: one at a time, with progress, to be cancelled at any point. */
export function createTransfers(dependencies: TransferDependencies): Transfers {
  const { backUp, onBackup, previewFile, packFiles, startFile, reportBug } = dependencies;
  const state = signal<Transfer>({ kind: 'idle' });
  const mode = signal<RestoreMode>('merge');
  const { run, cancel } = oneAtATime(state, reportBug);

  return {
    state,
    mode,
    setMode: (chosen) => {
      mode.value = chosen;
    },
    backUp: () =>
      void run('backup', async (progress, aborted) => {
        const fileName = await backUp(progress, aborted);
        onBackup();
        return { kind: 'saved', fileName };
      }),
    previewFiles: (picked) =>
      void run('reading', async (progress, aborted) => {
        mode.value = 'merge';
        const files = await picked;
        const [first] = files;
        if (first === undefined) return { kind: 'idle' };
        const file = files.length === 1 ? first.file : await packFiles(files, aborted);
        return { kind: 'preview', file, preview: await previewFile(file, null, progress, aborted) };
      }),
    setOrder: (order) => {
      const shown = state.peek();
      if (shown.kind !== 'preview' || shown.preview.dates === null) return;
      const dates = { ...shown.preview.dates, order };
      void run('reading', async (progress, aborted) => ({
        ...shown,
        preview: await previewFile(shown.file, dates, progress, aborted),
      }));
    },
    startFile: () => {
      const shown = state.peek();
      if (shown.kind !== 'preview') return;
      void run('reading', async (_progress, aborted) => {
        await startFile(shown.file, shown.preview, mode.peek(), aborted);
        return { kind: 'idle' };
      });
    },
    cancel,
  };
}

/** Runs one piece of work at a time, and shows how it goes in `state`; `cancel` ends it, or what it came to. */
function oneAtATime(state: Signal<Transfer>, reportBug: (error: unknown) => void) {
  let running: AbortController | null = null;
  const ended = (error: unknown, aborted: AbortSignal): Transfer =>
    aborted.aborted ? { kind: 'cancelled' } : { kind: 'failed', code: failureCode(error, reportBug) };
  return {
    run: async (
      work: 'backup' | 'reading',
      task: (progress: Progress, signal: AbortSignal) => Promise<Transfer>,
    ): Promise<void> => {
      if (running !== null) return;
      running = new AbortController();
      const { signal: aborted } = running;
      state.value = { kind: 'working', work, done: 0, total: null };
      try {
        state.value = await task((done, total) => {
          state.value = { kind: 'working', work, done, total };
        }, aborted);
      } catch (error) {
        state.value = ended(error, aborted);
      } finally {
        running = null;
      }
    },
    cancel: () => {
      if (running === null) state.value = { kind: 'idle' };
      else running.abort();
    },
  };
}
