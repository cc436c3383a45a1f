import type { Job, JobItem } from '../domain/job/job.ts';
import { Failure } from '../domain/failure.ts';
import type { Database } from './database.ts';
import { write } from './write.ts';

/** Writes a job with all its items, before any of it is done. */
export async function createJob(
  database: Database,
  job: Pick<Job, 'id' | 'kind' | 'subject' | 'tags' | 'createdAt'>,
  pages: readonly { readonly url: string; readonly title: string }[],
): Promise<void> {
  await write(database, 'job', async () => {
    await database.jobs.add({ ...job, state: 'running', total: pages.length, endedAt: null });
    await database.jobItems.bulkAdd(
      pages.map(({ url, title }, index): JobItem => ({
        jobId: job.id,
        index,
        url,
        title,
        state: 'waiting',
        attempts: 0,
        notBefore: 0,
        code: null,
        detail: '',
        clipId: null,
      })),
    );
  });
}

/** Records how an item went; the job ends with its last item. Nothing happens where the job was cancelled meanwhile. */
export async function recordItem(database: Database, item: JobItem, now: number): Promise<void> {
  await write(database, 'job', async () => {
    const job = await database.jobs.get(item.jobId);
    if (job === undefined || job.state === 'cancelled') return;
    await database.jobItems.put(item);
    await endWhereNothingWaits(database, item.jobId, now);
  });
}

export async function setJobState(
  database: Database,
  jobId: string,
  state: 'running' | 'paused' | 'cancelled',
  now: number,
): Promise<void> {
  await write(database, 'job', async () => {
    const changed = await database.jobs.update(jobId, { state, endedAt: state === 'cancelled' ? now : null });
    if (changed === 0) throw new Failure('job/not-found', jobId);
    if (state === 'running') await endWhereNothingWaits(database, jobId, now);
  });
}

/** Makes the failed items wait again, all of them or only these, and the job run. */
export async function retryFailed(
  database: Database,
  jobId: string,
  only?: readonly number[],
): Promise<void> {
  await write(database, 'job', async () => {
    const failed = await database.jobItems.where({ jobId, state: 'failed' }).toArray();
    const again = failed.filter((item) => only === undefined || only.includes(item.index));
    if (again.length === 0) return;
    await database.jobItems.bulkPut(
      again.map((item) => ({ ...item, state: 'waiting' as const, attempts: 0, notBefore: 0 })),
    );
    await database.jobs.update(jobId, { state: 'running', endedAt: null });
  });
}

/** Forgets a job that is over; its clips stay. */
export async function forgetJob(database: Database, jobId: string): Promise<void> {
  await write(database, 'job', async () => {
    const job = await database.jobs.get(jobId);
    if (job?.state !== 'ended' && job?.state !== 'cancelled') return;
    await database.jobItems.where('jobId').equals(jobId).delete();
    await database.jobs.delete(jobId);
  });
}

async function endWhereNothingWaits(database: Database, jobId: string, now: number): Promise<void> {
  const waiting = await database.jobItems.where({ jobId, state: 'waiting' }).count();
  if (waiting === 0) await database.jobs.update(jobId, { state: 'ended', endedAt: now });
}
