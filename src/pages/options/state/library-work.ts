import { type ReadonlySignal, signal } from '@preact/signals';
import { runningJobCount } from '../../../database/jobs/job-queries.ts';
import type { send } from '../../../rpc/commands/client.ts';
import type { Database } from '../../../database/database.ts';
import { type ExportDependencies, type Exporting, createExporting } from '../../export/exporting.ts';
import { createStore } from '../../store/open-store.ts';
import { type ShownJobs, createShownJobs } from '../../job-actions/shown-jobs.ts';
import { type StartReextraction, createStartReextraction } from '../../job-actions/start-reextraction.ts';

export interface LibraryWorkDependencies extends ExportDependencies {
  readonly openDatabase: () => Promise<Database>;
  readonly send: typeof send;
  readonly requestParserPage: () => Promise<boolean>;
}

/** What is done with all clips at once. */
export interface LibraryWork {
  readonly exporting: Exporting;
  /** How many jobs are under way. */
  readonly runningJobs: ReadonlySignal<number>;
  readonly jobs: ShownJobs;
  readonly reextract: StartReextraction;
  readonly start: () => void;
}

export function createLibraryWork(dependencies: LibraryWorkDependencies): LibraryWork {
  const store = createStore(dependencies.openDatabase);
  const runningJobs = signal(0);
  store.watch(runningJobCount, (count) => (runningJobs.value = count));
  const jobs = createShownJobs(store, dependencies, ['re-extract', 'take-back']);
  return {
    runningJobs,
    exporting: createExporting(store.read, dependencies),
    jobs,
    reextract: createStartReextraction(jobs, dependencies),
    start: store.open,
  };
}
