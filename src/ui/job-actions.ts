import type { JobView } from '../core/job/job.ts';

/** What its buttons do with a job. */
export interface JobActions {
  readonly allow: (view: JobView) => void;
  readonly pause: (jobId: string) => void;
  readonly resume: (jobId: string) => void;
  readonly cancel: (jobId: string) => void;
  readonly retry: (view: JobView, index?: number) => void;
  /** Asks a site that wanted to be left alone. */
  readonly askNow?: (jobId: string, site: string) => void;
  readonly forget: (jobId: string) => void;
  /** Gives the clips of a job that redid them their earlier text back. */
  readonly undo: (jobId: string) => void;
}
