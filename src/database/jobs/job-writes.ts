import { siteOf } from '../../core/clip/clip-from-article.ts';
import { type Job, type JobItem, type NewItem, plainOptions } from '../../core/job/job.ts';
import { namedRows, rowsFor } from '../../core/job/new-items.ts';
import { Failure, type FailureCode } from '../../core/failure.ts';
import type { Database } from '../database.ts';
import { write } from '../write.ts';
import { turnEditIntoUndo } from './edit-job-writes.ts';

export type NewJob = Pick<Job, 'id' | 'kind' | 'subject' | 'tags' | 'createdAt'> & {
  readonly state?: 'running' | 'needs-access';
  readonly options?: Job['options'];
};

/** Writes a job with all its items, before any of it is done. A page named twice is one item. */
export async function createJob(
  database: Database,
  { state = 'running', options = plainOptions, ...job }: NewJob,
  items: readonly NewItem[],
): Promise<void> {
  const rows = rowsFor(job.id, items);
  await write(database, 'job', async () => {
    await database.jobs.add({ ...job, state, options, total: rows.length, endedAt: null });
    await database.jobItems.bulkAdd(rows);
    if (state === 'running') await endWhereNothingWaits(database, job.id, job.createdAt);
  });
}

/**
 * Records how an item went, with the items that it named; the job ends with its last item. Nothing happens where the
 * job was cancelled or forgotten meanwhile, or does another thing than `kind`: it was turned into its undo.
 */
export async function recordItem(
  database: Database,
  item: JobItem,
  now: number,
  named: readonly NewItem[] = [],
  kind: Job['kind'] | null = null,
  leftOut = 0,
): Promise<void> {
  await write(database, 'job', async () => {
    const job = await database.jobs.get(item.jobId);
    if (job === undefined || job.state === 'cancelled' || (kind !== null && job.kind !== kind)) return;
    await database.jobItems.put(item);
    if (named.length > 0) {
      const known = await database.jobItems.where({ jobId: item.jobId }).sortBy('index');
      const { rows, tooMany } = namedRows(item.jobId, named, known);
      await database.jobItems.bulkAdd(rows);
      const more = (job.leftOut ?? 0) + leftOut + tooMany;
      await database.jobs.put({
        ...job,
        total: known.length + rows.length,
        ...(more === 0 ? {} : { leftOut: more }),
      });
    }
    await endWhereNothingWaits(database, item.jobId, now);
  });
}

/**
 * Pauses, continues or cancels a job that is not over yet; one that is stays as it is.
 * Throws `job/not-found` and `store/*`.
 */
export async function setJobState(
  database: Database,
  jobId: string,
  state: 'running' | 'paused' | 'cancelled' | 'needs-access',
  now: number,
): Promise<void> {
  await write(database, 'job', async () => {
    const job = await database.jobs.get(jobId);
    if (job === undefined) throw new Failure('job/not-found', jobId);
    if (job.state === 'ended' || job.state === 'cancelled') return;
    // What made it pause is over, or out of date.
    const { failure: _failure, ...rest } = job;
    await database.jobs.put({ ...rest, state, endedAt: state === 'cancelled' ? now : null });
    if (state === 'running') await endWhereNothingWaits(database, jobId, now);
  });
}

/** Pauses a running job, and says why, until the user continues it. */
export async function pauseJob(database: Database, jobId: string, failure: FailureCode): Promise<void> {
  await write(database, 'job', async () => {
    const job = await database.jobs.get(jobId);
    if (job?.state === 'running') await database.jobs.put({ ...job, state: 'paused', failure });
  });
}

/**
 * Makes the failed items wait again, all of them or only these, and the job run once it may.
 * Throws `job/not-found` and `store/*`.
 */
export async function retryFailed(
  database: Database,
  jobId: string,
  state: 'running' | 'needs-access',
  only?: readonly number[],
): Promise<void> {
  await write(database, 'job', async () => {
    if ((await database.jobs.get(jobId)) === undefined) throw new Failure('job/not-found', jobId);
    const failed = await database.jobItems.where({ jobId, state: 'failed' }).toArray();
    const again = failed.filter((item) => only === undefined || only.includes(item.index));
    if (again.length === 0) return;
    await database.jobItems.bulkPut(
      again.map((item) => ({ ...item, state: 'waiting' as const, attempts: 0, notBefore: 0 })),
    );
    await database.jobs.update(jobId, { state, endedAt: null });
  });
}

/** Whatever a site asked for: its pages may be tried now. */
export async function dropWaits(database: Database, jobId: string, site: string): Promise<void> {
  await write(database, 'job', async () => {
    const waiting = await database.jobItems.where({ jobId, state: 'waiting' }).toArray();
    const held = waiting.filter(({ url, notBefore }) => notBefore > 0 && siteOf(url) === site);
    await database.jobItems.bulkPut(held.map((item) => ({ ...item, notBefore: 0 })));
  });
}

/**
 * Stops a job that changed clips and turns it around: what it did or may have done waits to be taken back. One that was
 * taken back already, or that does something else, stays as it is.
 * Throws `job/not-found` and `store/*`.
 */
export async function turnIntoUndo(database: Database, jobId: string): Promise<void> {
  await write(database, 'job', async () => {
    const job = await database.jobs.get(jobId);
    if (job === undefined) throw new Failure('job/not-found', jobId);
    if (job.kind === 'edit') await turnEditIntoUndo(database, job);
    if (job.kind !== 're-extract') return;
    const items = await database.jobItems.where({ jobId }).toArray();
    // An item that waits may have been under way when the job was cancelled.
    const doubtful = items.filter(({ state }) => state === 'done' || state === 'waiting');
    await database.jobItems.where({ jobId }).delete();
    const again = { state: 'waiting', attempts: 0, notBefore: 0, code: null, detail: '' } as const;
    await database.jobItems.bulkAdd(doubtful.map((item) => ({ ...item, ...again })));
    await database.jobs.update(jobId, {
      kind: 'take-back',
      state: 'running',
      total: doubtful.length,
      endedAt: null,
    });
    await endWhereNothingWaits(database, jobId, job.createdAt);
  });
}

/** Forgets a job that is over; its clips stay. */
export async function forgetJob(database: Database, jobId: string): Promise<void> {
  await write(database, 'job', async () => {
    const job = await database.jobs.get(jobId);
    if (job?.state !== 'ended' && job?.state !== 'cancelled') return;
    await database.jobItems.where('jobId').equals(jobId).delete();
    await database.editPieces.where('jobId').equals(jobId).delete();
    await database.jobs.delete(jobId);
  });
}

/** Only a job of items: who reads a file, edits pieces or syncs says when it is at the end. */
async function endWhereNothingWaits(database: Database, jobId: string, now: number): Promise<void> {
  const job = await database.jobs.get(jobId);
  if (job?.file !== undefined || job?.edit !== undefined || job?.sync !== undefined) return;
  const waiting = await database.jobItems.where({ jobId, state: 'waiting' }).count();
  if (waiting === 0) await database.jobs.update(jobId, { state: 'ended', endedAt: now });
}
