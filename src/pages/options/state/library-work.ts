import { type ReadonlySignal, signal } from '@preact/signals';
import { runningJobCount } from '../../../database/jobs/job-queries.ts';
import type { send } from '../../../rpc/commands/client.ts';
import type { Database } from '../../../database/database.ts';
import { type ExportDependencies, type Exporting, createExporting } from '../../export/exporting.ts';
import { createStore } from '../../store/open-store.ts';
import { type Reextract, createReextract } from '../../reextract/reextract.ts';

export interface LibraryWorkDependencies extends ExportDependencies {
  readonly openDatabase: () => Promise<Database>;
  readonly send: typeof send;
  readonly requestParserPage: () => Promise<boolean>;
}

/** What is done with all clips at once. */
export interface LibraryWork {
  readonly exporting: Exporting;
  readonly reextract: Reextract;
  /** How many jobs are under way. */
  readonly runningJobs: ReadonlySignal<number>;
  readonly start: () => void;
}

export function createLibraryWork(dependencies: LibraryWorkDependencies): LibraryWork {
  const store = createStore(dependencies.openDatabase);
  const runningJobs = signal(0);
  store.watch(runningJobCount, (count) => (runningJobs.value = count));
  return {
    runningJobs,
    exporting: createExporting(store.read, dependencies),
    reextract: createReextract(store, dependencies),
    start: store.open,
  };
}
