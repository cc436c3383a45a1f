import { type ReadonlySignal, signal } from '@preact/signals';
import { runningJobCount } from '../../../database/jobs/job-queries.ts';
import type { JobView } from '../../../core/job/job.ts';
import type { send } from '../../../rpc/commands/client.ts';
import type { Database } from '../../../database/database.ts';
import { type ExportDependencies, type Exporting, createExporting } from '../../export/exporting.ts';
import { createStore } from '../../store/open-store.ts';
import { type ShownJobs, createShownJobs } from '../../job-actions/shown-jobs.ts';
import { type StartReextraction, createStartReextraction } from '../../job-actions/start-reextraction.ts';
import { type LinkOffer, createLinkOffer } from './link-offer.ts';

export interface LibraryWorkDependencies extends ExportDependencies {
  readonly openDatabase: () => Promise<Database>;
  readonly send: typeof send;
  readonly requestParserPage: () => Promise<boolean>;
  readonly requestAccess: (urls: readonly string[]) => Promise<boolean>;
}

/** What is done with all clips at once. */
export interface LibraryWork {
  readonly exporting: Exporting;
  /** How many jobs are under way. */
  readonly runningJobs: ReadonlySignal<number>;
  readonly jobs: ShownJobs;
  readonly reextract: StartReextraction;
  readonly links: LinkOffer;
  readonly start: () => void;
}

/** `files`: the files that are being taken over, or were. */
export function createLibraryWork(
  dependencies: LibraryWorkDependencies,
  files: ReadonlySignal<readonly JobView[]>,
): LibraryWork {
  const store = createStore(dependencies.openDatabase);
  const runningJobs = signal(0);
  store.watch(runningJobCount, (count) => (runningJobs.value = count));
  const jobs = createShownJobs(store, dependencies, ['re-extract', 'take-back']);
  return {
    runningJobs,
    exporting: createExporting(store.read, dependencies),
    jobs,
    links: createLinkOffer(store, files, dependencies),
    reextract: createStartReextraction(jobs, dependencies),
    start: store.open,
  };
}
