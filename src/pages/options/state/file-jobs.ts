import { type ReadonlySignal, signal } from '@preact/signals';
import type { JobView } from '../../../core/job/job.ts';
import { jobActions } from '../../job-actions/job-actions.ts';
import type { StartJobDependencies } from '../../job-actions/start-job.ts';
import type { Database } from '../../../database/database.ts';
import { fileJobViews } from '../../../database/jobs/job-views.ts';
import type { live } from '../../../database/live.ts';
import type { Attempt } from '../../../ui/attempt.ts';
import type { JobActions } from '../../../ui/job-actions.ts';

/** The files that are being taken over, or were. */
export interface FileJobs {
  readonly views: ReadonlySignal<readonly JobView[]>;
  readonly actions: JobActions;
  readonly start: () => void;
}

export interface FileJobsDependencies {
  readonly openDatabase: () => Promise<Database>;
  readonly live: typeof live;
  readonly send: StartJobDependencies['send'];
  /** Within the user's gesture. */
  readonly requestParserPage: () => Promise<boolean>;
  readonly attempt: Attempt;
  /** Says what failed. */
  readonly fail: (error: unknown) => void;
}

export function createFileJobs(dependencies: FileJobsDependencies): FileJobs {
  const { openDatabase, live, send, requestParserPage, attempt, fail } = dependencies;
  const views = signal<readonly JobView[]>([]);
  return {
    views,
    actions: jobActions({ send, requestAccess: requestParserPage, requestParserPage }, attempt),
    start: () =>
      attempt(async () => {
        const database = await openDatabase();
        const show = (found: readonly JobView[]) => {
          views.value = found;
        };
        live(() => fileJobViews(database), show, fail);
      }),
  };
}
