import type { JobView } from '../../core/job/job.ts';
import type { StartJobDependencies } from './start-job.ts';

export interface JobActionDependencies extends StartJobDependencies {
  readonly requestParserPage: () => Promise<boolean>;
}

/** What the buttons of a job do. `attempt` runs them and shows what fails. */
export function jobActions(
  { send, requestAccess, requestParserPage }: JobActionDependencies,
  attempt: (work: () => Promise<unknown>) => void,
) {
  return {
    /** The answer starts the job: see startJob. */
    allow: ({ job, waitingUrls }: JobView) => {
      const asked = job.kind === 'clip-pages' ? requestAccess(waitingUrls) : requestParserPage();
      // Where the page that reads files was there already, no answer starts the job.
      attempt(async () => {
        if ((await asked) && job.file !== undefined) await send('resumeJob', { jobId: job.id });
      });
    },
    pause: (jobId: string) => attempt(() => send('pauseJob', { jobId })),
    resume: (jobId: string) => attempt(() => send('resumeJob', { jobId })),
    cancel: (jobId: string) => attempt(() => send('cancelJob', { jobId })),
    undo: (jobId: string) => attempt(() => send('undoJob', { jobId })),
    askNow: (jobId: string, site: string) => attempt(() => send('askSiteNow', { jobId, site })),
    forget: (jobId: string) => attempt(() => send('forgetJob', { jobId })),
    retry: ({ job, failed }: JobView, index?: number) => {
      const again = index === undefined ? failed : failed.filter((item) => item.index === index);
      const asked =
        job.kind === 'clip-pages' ? requestAccess(again.map(({ url }) => url)) : requestParserPage();
      attempt(async () => {
        await asked;
        await send('retryFailed', { jobId: job.id, ...(index === undefined ? {} : { indexes: [index] }) });
      });
    },
  };
}
