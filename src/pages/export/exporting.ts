import { type ReadonlySignal, type Signal, signal } from '@preact/signals';
import type { ClipId } from '../../core/clip/clip.ts';
import type { Database } from '../../database/database.ts';
import type * as exportRoom from './export-clips.ts';
import type { ExportFormat, ExportOptions, ExportedFile } from './export-clips.ts';

export type ExportState =
  | { readonly kind: 'idle' }
  | { readonly kind: 'working'; readonly done: number; readonly total: number | null }
  | { readonly kind: 'saved'; readonly name: string };

/** Writing clips into a file that the browser saves: one at a time, with progress, to be cancelled at any point. */
export interface Exporting {
  readonly state: ReadonlySignal<ExportState>;
  /** `title`: of a book of them, where it has another than the day. */
  readonly clips: (clipIds: readonly ClipId[], format: ExportFormat, title?: string) => void;
  /** Whether highlights go along into books. */
  readonly bookHighlights: Signal<boolean>;
  /** All clips that are not in the trash. */
  readonly all: (format: ExportFormat) => void;
  readonly bookmarks: () => void;
  readonly cancel: () => void;
}

export interface ExportDependencies {
  readonly loadExports: () => Promise<
    Pick<typeof exportRoom, 'exportClips' | 'exportAll' | 'exportBookmarks'>
  >;
  readonly saveFile: (name: string, content: Blob) => void;
  /** Runs it, and shows what fails. */
  readonly attempt: (work: () => Promise<unknown>) => void;
}

export function createExporting(
  read: <Result>(query: (database: Database) => Promise<Result>) => Promise<Result>,
  { loadExports, saveFile, attempt }: ExportDependencies,
): Exporting {
  const state = signal<ExportState>({ kind: 'idle' });
  const bookHighlights = signal(true);
  let running: AbortController | null = null;

  const run = (
    total: number | null,
    write: (
      database: Database,
      modules: Awaited<ReturnType<ExportDependencies['loadExports']>>,
      options: ExportOptions,
    ) => Promise<ExportedFile>,
  ) => {
    if (running !== null) return;
    const controller = (running = new AbortController());
    const { signal: aborted } = controller;
    state.value = { kind: 'working', done: 0, total };
    const progress = (done: number) => (state.value = { kind: 'working', done, total });
    attempt(async () => {
      try {
        const [modules, { chosenForm }] = await Promise.all([loadExports(), import('./chosen-form.ts')]);
        const book = { highlights: bookHighlights.peek() };
        const options = { now: new Date(), form: chosenForm(), book, progress, signal: aborted };
        const { name, content } = await read((database) => write(database, modules, options));
        saveFile(name, content);
        state.value = { kind: 'saved', name };
      } catch (error) {
        state.value = { kind: 'idle' };
        if (!aborted.aborted) throw error;
      } finally {
        running = null;
      }
    });
  };
  return {
    state,
    bookHighlights,
    clips: (clipIds, format, title) =>
      run(clipIds.length, (database, modules, options) =>
        modules.exportClips(
          database,
          clipIds,
          format,
          title === undefined ? options : { ...options, book: { ...options.book, title } },
        ),
      ),
    all: (format) => run(null, (database, modules, options) => modules.exportAll(database, format, options)),
    bookmarks: () => run(null, (database, modules, options) => modules.exportBookmarks(database, options)),
    cancel: () => running?.abort(),
  };
}
