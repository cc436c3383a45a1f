import type { JobView } from '../domain/job/job.ts';
import type { Database } from './database.ts';
import { allJobs, itemsOf, jobProgress } from './job-queries.ts';

/** The newest jobs first, or only this one. */
export async function jobViews(database: Database, limit: number, only?: string): Promise<JobView[]> {
  const jobs = await allJobs(database);
  const wanted = only === undefined ? jobs.slice(0, limit) : jobs.filter(({ id }) => id === only);
  return await Promise.all(
    wanted.map(async (job) => {
      const [progress, failed] = await Promise.all([
        jobProgress(database, job.id),
        itemsOf(database, job.id, 'failed'),
      ]);
      const waiting = job.state === 'needs-access' ? await itemsOf(database, job.id, 'waiting') : [];
      return { job, progress, failed, waitingUrls: waiting.map(({ url }) => url) };
    }),
  );
}
