import { progressOfEdit } from '../../core/job/job-progress.ts';
import { type FileWork, positionOf } from '../../core/job/file-work.ts';
import type { Job, JobView } from '../../core/job/job.ts';
import type { JobProgress } from '../../core/job/job-progress.ts';
import type { Database } from '../database.ts';
import { allJobs, itemsOf, jobProgress, sitesWaitedFor } from './job-queries.ts';

/** The newest jobs that are not about a file, or only this one. */
export async function jobViews(database: Database, limit: number, only?: string): Promise<JobView[]> {
  const jobs = (await allJobs(database)).filter(({ file, sync }) => file === undefined && sync === undefined);
  return await viewsOf(
    database,
    only === undefined ? jobs.slice(0, limit) : jobs.filter(({ id }) => id === only),
  );
}

/** The newest jobs, whatever they are about. Throws `store/*`. */
export async function newestViews(database: Database, limit: number): Promise<JobView[]> {
  return await viewsOf(database, (await allJobs(database)).slice(0, limit));
}

/** These jobs as pages show them, in their order. Throws `store/*`. */
export async function viewsOf(database: Database, jobs: readonly Job[]): Promise<JobView[]> {
  return await Promise.all(jobs.map((job) => viewOf(database, job)));
}

async function viewOf(database: Database, job: Job): Promise<JobView> {
  if (job.file !== undefined) return fileView(job, job.file);
  if (job.edit !== undefined) return plainView(job, progressOfEdit(job.edit, job.total));
  const [progress, failed] = await Promise.all([
    jobProgress(database, job.id),
    itemsOf(database, job.id, 'failed'),
  ]);
  const waiting = job.state === 'needs-access' ? await itemsOf(database, job.id, 'waiting') : [];
  const waitsFor = job.state === 'running' ? await sitesWaitedFor(database, job.id, Date.now()) : [];
  return { job, progress, failed, waitingUrls: waiting.map(({ url }) => url), waitsFor };
}

/** Of the files that are being taken over, or were: newest first. */
export async function fileJobViews(database: Database): Promise<JobView[]> {
  return (await allJobs(database)).flatMap((job) =>
    job.file === undefined ? [] : [fileView(job, job.file)],
  );
}

function fileView(job: Job, file: FileWork): JobView {
  const { added, merged, failed } = file;
  const progress = { waiting: job.total - positionOf(file), done: added, skipped: merged, failed };
  return plainView(job, progress);
}

/** Of a job without items. */
function plainView(job: Job, progress: JobProgress): JobView {
  return { job, progress, failed: [], waitingUrls: [], waitsFor: [] };
}
