import { type ReadonlySignal, computed, effect, signal, untracked } from '@preact/signals';
import type { ClipId } from '../../core/clip/clip.ts';
import type { Job, JobView } from '../../core/job/job.ts';
import type { send } from '../../rpc/commands/client.ts';
import { keepWorkerAlive } from '../job-actions/keep-worker-alive.ts';
import { jobActions } from '../job-actions/job-actions.ts';
import { allJobs } from '../../database/jobs/job-queries.ts';
import { jobViews } from '../../database/jobs/job-views.ts';
import type { Database } from '../../database/database.ts';
import type { JobActions } from '../../ui/job-card.tsx';
import type { OpenStore } from '../store/open-store.ts';

/** Making many clips anew from their kept pages: the job, where it was seen here before its end. */
export interface Reextract {
  readonly job: ReadonlySignal<JobView | null>;
  readonly actions: JobActions;
  readonly start: (subject: string, clipIds: readonly ClipId[] | 'all') => void;
}

export interface ReextractDependencies {
  readonly send: typeof send;
  /** Only within the user's gesture. */
  readonly requestParserPage: () => Promise<boolean>;
  /** Runs it, and shows what fails. */
  readonly attempt: (work: () => Promise<unknown>) => void;
}

export function createReextract(
  store: OpenStore,
  { send, requestParserPage, attempt }: ReextractDependencies,
): Reextract {
  const job = signal<JobView | null>(null);
  const started = signal<ReadonlySet<string>>(new Set());
  effect(() => {
    const here = started.value;
    return store.watch(
      (database) => newestReextraction(database, here),
      (view) => {
        job.value = view;
        // Its end is of interest to who saw it run.
        if (view !== null && !here.has(view.job.id)) started.value = new Set([...here, view.job.id]);
      },
    );
  });
  const running = computed(() => job.value?.job.state === 'running');
  effect(() => {
    if (!running.value) return undefined;
    return untracked(() => keepWorkerAlive(send, attempt));
  });
  // Of no site is anything asked.
  const requestAccess = () => Promise.resolve(true);
  return {
    job,
    actions: jobActions({ send, requestAccess, requestParserPage }, attempt),
    start: (subject, clipIds) => {
      const asked = requestParserPage();
      attempt(async () => {
        await asked;
        const { jobId } = await send('reextractClips', { subject, clipIds });
        started.value = new Set([...started.peek(), jobId]);
      });
    },
  };
}

async function newestReextraction(database: Database, started: ReadonlySet<string>): Promise<JobView | null> {
  const isOver = ({ state }: Job) => state === 'ended' || state === 'cancelled';
  const jobs = await allJobs(database);
  const shown = jobs.find((job) => job.kind !== 'clip-pages' && (!isOver(job) || started.has(job.id)));
  const [view] = shown === undefined ? [] : await jobViews(database, 1, shown.id);
  return view ?? null;
}
