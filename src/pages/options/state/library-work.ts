import { type ReadonlySignal, signal } from '@preact/signals';
import type { FailureCode } from '../../../core/failure.ts';
import type { send } from '../../../rpc/commands/client.ts';
import type { Database } from '../../../database/database.ts';
import { type ExportDependencies, type Exporting, createExporting } from '../../export/exporting.ts';
import { createStore } from '../../store/open-store.ts';
import { type Reextract, createReextract } from '../../reextract/reextract.ts';
import { attemptWith } from './attempt.ts';

export interface LibraryWorkDependencies extends Omit<ExportDependencies, 'attempt'> {
  readonly openDatabase: () => Promise<Database>;
  readonly send: typeof send;
  readonly requestParserPage: () => Promise<boolean>;
  readonly reportBug: (error: unknown) => void;
}

/** What is done with all clips at once. */
export interface LibraryWork {
  readonly failure: ReadonlySignal<FailureCode | null>;
  readonly exporting: Exporting;
  readonly reextract: Reextract;
  readonly start: () => void;
}

export function createLibraryWork(dependencies: LibraryWorkDependencies): LibraryWork {
  const failure = signal<FailureCode | null>(null);
  const store = createStore(dependencies.openDatabase);
  const run = attemptWith((code) => (failure.value = code), dependencies.reportBug);
  const attempt = (work: () => Promise<unknown>) => {
    failure.value = null;
    run(async () => void (await work()));
  };
  return {
    failure,
    exporting: createExporting(store.read, { ...dependencies, attempt }),
    reextract: createReextract(store, { ...dependencies, attempt }),
    start: store.open,
  };
}
