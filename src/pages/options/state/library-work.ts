import { type ReadonlySignal, signal } from '@preact/signals';
import type { FailureCode } from '../../../domain/failure.ts';
import type { send } from '../../../messages/client.ts';
import type { Database } from '../../../storage/database.ts';
import { type ExportServices, type Exporting, createExporting } from '../../shelf/exporting.ts';
import { createShelf } from '../../shelf/open-shelf.ts';
import { type Redo, createRedo } from '../../shelf/redo.ts';
import { attemptWith } from './attempt.ts';

export interface LibraryWorkDependencies extends Omit<ExportServices, 'attempt'> {
  readonly openDatabase: () => Promise<Database>;
  readonly send: typeof send;
  readonly requestParserPage: () => Promise<boolean>;
  readonly reportBug: (error: unknown) => void;
}

/** What is done with all clips at once. */
export interface LibraryWork {
  readonly failure: ReadonlySignal<FailureCode | null>;
  readonly exporting: Exporting;
  readonly redo: Redo;
  readonly start: () => void;
}

export function createLibraryWork(dependencies: LibraryWorkDependencies): LibraryWork {
  const failure = signal<FailureCode | null>(null);
  const shelf = createShelf(dependencies.openDatabase);
  const run = attemptWith((code) => (failure.value = code), dependencies.reportBug);
  const attempt = (work: () => Promise<unknown>) => {
    failure.value = null;
    run(async () => void (await work()));
  };
  return {
    failure,
    exporting: createExporting(shelf.read, { ...dependencies, attempt }),
    redo: createRedo(shelf, { ...dependencies, attempt }),
    start: shelf.open,
  };
}
