import { type ReadonlySignal, effect, signal } from '@preact/signals';
import type { JobView } from '../../../core/job/job.ts';
import type { ClipJobInput } from '../../../rpc/commands/contract.ts';
import { jobActions } from '../../job-actions/job-actions.ts';
import { startJob } from '../../job-actions/start-job.ts';
import { jobViews } from '../../../database/jobs/job-views.ts';
import type { Attempt } from '../../../ui/attempt.ts';
import type { JobActions } from '../../../ui/job-actions.ts';
import type { PopupDependencies } from './dependencies.ts';
import type { Store } from './store.ts';

/** The job that this popup started, and how it goes. */
export interface PostsJob {
  readonly job: ReadonlySignal<JobView | null>;
  /** The user did not allow the sites. */
  readonly refused: ReadonlySignal<boolean>;
  readonly actions: JobActions;
  /** Within the user's gesture. */
  readonly start: (input: ClipJobInput, onStarted: () => void) => void;
}

export function createPostsJob(dependencies: PopupDependencies, store: Store, attempt: Attempt): PostsJob {
  const refused = signal(false);
  const jobId = signal<string | null>(null);
  const job = signal<JobView | null>(null);
  effect(() => {
    const id = jobId.value;
    if (id === null) return undefined;
    return store.watch(
      (database) => jobViews(database, 1, id),
      ([view]) => {
        job.value = view ?? null;
      },
    );
  });
  return {
    job,
    refused,
    actions: jobActions(dependencies, attempt),
    start: (input, onStarted) => {
      refused.value = false;
      const started = startJob(dependencies, input);
      attempt(async () => {
        jobId.value = await started;
        refused.value = jobId.value === null;
        if (jobId.value !== null) onStarted();
      });
    },
  };
}
