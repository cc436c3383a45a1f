import { Failure } from '../../core/failure.ts';
import { newFileWork } from '../../core/job/file-work.ts';
import { type NewItem, plainOptions } from '../../core/job/job.ts';
import { isClippable, listItem, pageItem } from '../../core/job/new-items.ts';
import type { ClipJobInput, FileJobInput } from '../../rpc/commands/contract.ts';
import type { Handlers } from '../../rpc/commands/server.ts';
import { createFileJob } from '../../database/jobs/file-job-writes.ts';
import { itemsOf, jobsIn } from '../../database/jobs/job-queries.ts';
import { createJob, dropWaits, forgetJob, retryFailed, setJobState } from '../../database/jobs/job-writes.ts';
import type { JobDependencies } from './job-services.ts';
import { type ReextractCommand, reextractCommands } from './reextract-commands.ts';

export type JobCommand =
  | ReextractCommand
  | 'startFileJob'
  | 'startClipJob'
  | 'pauseJob'
  | 'resumeJob'
  | 'cancelJob'
  | 'retryFailed'
  | 'askSiteNow'
  | 'forgetJob'
  | 'continueJobs';

/** The commands that make jobs and steer them. */
export function jobCommands(services: JobDependencies): Pick<Handlers, JobCommand> {
  const { library, runner } = services;
  const steer = async (jobId: string, state: 'running' | 'paused' | 'cancelled') => {
    await setJobState(await library.database(), jobId, state, Date.now());
    runner.wake();
    return null;
  };
  return {
    ...reextractCommands(services),
    startClipJob: async (input) => ({ jobId: await startClipJob(services, input) }),
    startFileJob: async (input) => ({ jobId: await startFileJob(services, input) }),
    pauseJob: ({ jobId }) => steer(jobId, 'paused'),
    resumeJob: ({ jobId }) => steer(jobId, 'running'),
    cancelJob: ({ jobId }) => steer(jobId, 'cancelled'),
    retryFailed: async ({ jobId, indexes }) => {
      const database = await library.database();
      const failed = await itemsOf(database, jobId, 'failed');
      await retryFailed(database, jobId, await stateFor(services, failed), indexes);
      runner.wake();
      return null;
    },
    askSiteNow: async ({ jobId, site }) => {
      await dropWaits(await library.database(), jobId, site);
      runner.release(site);
      return null;
    },
    forgetJob: async ({ jobId }) => {
      await forgetJob(await library.database(), jobId);
      return null;
    },
    continueJobs: async () => {
      runner.wake();
      await Promise.resolve();
      return null;
    },
  };
}

/** Writes the job; it runs at once where the user has allowed its sites, else as soon as they are. */
export async function startClipJob(services: JobDependencies, input: ClipJobInput): Promise<string> {
  const { subject, tags, pages, follow = null, options } = input;
  const items: NewItem[] = pages.map((page) =>
    pageItem({ ...page, feed: follow?.role === 'feed' ? follow.url : (page.feed ?? null) }),
  );
  if (follow !== null && isClippable(follow.url)) {
    items.push(listItem({ ...follow, title: subject, feed: pages[0]?.feed ?? null }));
  }
  if (!items.some(({ url }) => isClippable(url))) throw new Failure('page/restricted', 'no web address');
  const id = crypto.randomUUID();
  await createJob(
    await services.library.database(),
    {
      id,
      kind: 'clip-pages',
      subject,
      tags,
      options: { ...plainOptions, ...options },
      createdAt: Date.now(),
      state: await stateFor(services, items),
    },
    items,
  );
  services.runner.wake();
  return id;
}

/** Writes the job of a file; it begins at once where a page may be opened that reads it. */
async function startFileJob(services: JobDependencies, input: FileJobInput): Promise<string> {
  const { kind, subject, copy, total, mode, order = null } = input;
  const id = crypto.randomUUID();
  await createFileJob(await services.library.database(), {
    id,
    kind,
    state: (await services.hasParserPage()) ? 'running' : 'needs-access',
    subject,
    tags: [],
    options: plainOptions,
    total,
    createdAt: Date.now(),
    endedAt: null,
    file: newFileWork(copy, mode, order),
  });
  services.runner.wake();
  return id;
}

/** Lets the jobs run that waited for the user to allow their sites, as far as that is done. */
export async function runAllowedJobs(services: JobDependencies): Promise<void> {
  const database = await services.library.database();
  for (const job of await jobsIn(database, 'needs-access')) {
    const waiting = await itemsOf(database, job.id, 'waiting');
    const allowed =
      job.file === undefined
        ? (await stateFor(services, waiting)) === 'running'
        : await services.hasParserPage();
    if (allowed) await setJobState(database, job.id, 'running', Date.now());
  }
  services.runner.wake();
}

async function stateFor(
  { hasAccess, hasParserPage }: JobDependencies,
  items: readonly Pick<NewItem, 'role' | 'url'>[],
): Promise<'running' | 'needs-access'> {
  const pages = items.filter(({ role }) => role !== 'clip');
  const may = pages.length < items.length ? await hasParserPage() : true;
  return may && (await hasAccess(pages.map(({ url }) => url))) ? 'running' : 'needs-access';
}
