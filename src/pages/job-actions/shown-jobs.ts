import { type ReadonlySignal, computed, effect, signal, untracked } from '@preact/signals';
import type { Job, JobKind, JobView } from '../../core/job/job.ts';
import type { send } from '../../rpc/commands/client.ts';
import { allJobs } from '../../database/jobs/job-queries.ts';
import { viewsOf } from '../../database/jobs/job-views.ts';
import type { Database } from '../../database/database.ts';
import type { JobActions } from '../../ui/job-actions.ts';
import type { OpenStore } from '../store/open-store.ts';
import { jobActions } from './job-actions.ts';
import { keepWorkerAlive } from './keep-worker-alive.ts';

/** The jobs of some kinds that are of interest to a page: those that are not over, and those seen there before their end. */
export interface ShownJobs {
  /** Newest first. */
  readonly views: ReadonlySignal<readonly JobView[]>;
  readonly actions: JobActions;
  /** Also where it is over before it was seen. */
  readonly show: (jobId: string) => void;
}

export interface ShownJobsDependencies {
  readonly send: typeof send;
  /** Both only within the user's gesture. */
  readonly requestParserPage: () => Promise<boolean>;
  readonly requestAccess?: (urls: readonly string[]) => Promise<boolean>;
  /** Runs it, and shows what fails. */
  readonly attempt: (work: () => Promise<unknown>) => void;
}

/** Work on clips of the library, by other kinds than clipping: what is shown where the clips are. */
export const kindsOfClipWork: readonly JobKind[] = ['re-extract', 'take-back', 'edit', 'undo-edit'];

export function createShownJobs(
  store: OpenStore,
  { send, requestParserPage, requestAccess, attempt }: ShownJobsDependencies,
  kinds: readonly JobKind[],
): ShownJobs {
  const views = signal<readonly JobView[]>([]);
  const seen = signal<ReadonlySet<string>>(new Set());
  const see = (ids: readonly string[]) => {
    const fresh = ids.filter((id) => !seen.peek().has(id));
    if (fresh.length > 0) seen.value = new Set([...seen.peek(), ...fresh]);
  };
  effect(() => {
    const here = seen.value;
    return store.watch(
      (database) => shown(database, kinds, here),
      (found) => {
        views.value = found;
        // Their end is of interest to who saw them run.
        see(found.map(({ job }) => job.id));
      },
    );
  });
  const running = computed(() => views.value.some(({ job }) => job.state === 'running'));
  effect(() => {
    if (!running.value) return undefined;
    return untracked(() => keepWorkerAlive(send, attempt));
  });
  // Where no site is asked for anything.
  const always = () => Promise.resolve(true);
  return {
    views,
    actions: jobActions({ send, requestAccess: requestAccess ?? always, requestParserPage }, attempt),
    show: (jobId) => see([jobId]),
  };
}

async function shown(
  database: Database,
  kinds: readonly JobKind[],
  seen: ReadonlySet<string>,
): Promise<JobView[]> {
  const isOver = ({ state }: Job) => state === 'ended' || state === 'cancelled';
  const jobs = await allJobs(database);
  return await viewsOf(
    database,
    jobs.filter((job) => seen.has(job.id) || (kinds.includes(job.kind) && !isOver(job))),
  );
}
