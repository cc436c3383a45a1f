import type { JobView } from '../domain/job/job.ts';
import type { StartServices } from './start-job.ts';

export interface JobActionServices extends StartServices {
  readonly requestParserPage: () => Promise<boolean>;
}

/** What the buttons of a job do. `attempt` runs them and shows what fails. */
export function jobActions(
  { send, requestAccess, requestParserPage }: JobActionServices,
  attempt: (work: () => Promise<unknown>) => void,
) {
  return {
    /** The answer starts the job: see startJob. */
    allow: ({ job, waitingUrls }: JobView) => {
      const asked = job.kind === 'clip-pages' ? requestAccess(waitingUrls) : requestParserPage();
      attempt(() => asked);
    },
    pause: (jobId: string) => attempt(() => send('pauseJob', { jobId })),
    resume: (jobId: string) => attempt(() => send('resumeJob', { jobId })),
    cancel: (jobId: string) => attempt(() => send('cancelJob', { jobId })),
    takeBack: (jobId: string) => attempt(() => send('takeBackJob', { jobId })),
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
