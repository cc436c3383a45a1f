import type { JobView } from '../domain/job/job.ts';
import type { StartServices } from './start-job.ts';

/** What the buttons of a job do. `attempt` runs them and shows what fails. */
export function jobActions(
  { send, requestAccess }: StartServices,
  attempt: (work: () => Promise<unknown>) => void,
) {
  return {
    /** The answer starts the job: see startJob. */
    allow: ({ waitingUrls }: JobView) => {
      const asked = requestAccess(waitingUrls);
      attempt(() => asked);
    },
    pause: (jobId: string) => attempt(() => send('pauseJob', { jobId })),
    resume: (jobId: string) => attempt(() => send('resumeJob', { jobId })),
    cancel: (jobId: string) => attempt(() => send('cancelJob', { jobId })),
    forget: (jobId: string) => attempt(() => send('forgetJob', { jobId })),
    retry: ({ job, failed }: JobView, index?: number) => {
      const again = index === undefined ? failed : failed.filter((item) => item.index === index);
      const asked = requestAccess(again.map(({ url }) => url));
      attempt(async () => {
        await asked;
        await send('retryFailed', { jobId: job.id, ...(index === undefined ? {} : { indexes: [index] }) });
      });
    },
  };
}
