import { plainOptions } from '../../core/job/job.ts';
import { type SyncWork, newSyncWork } from '../../core/job/sync-work.ts';
import type { Database } from '../database.ts';
import { write } from '../write.ts';

/** So many syncs that are over are kept, to be looked at and taken back. */
const keptRuns = 20;

/** Begins a sync, before anything of it is done. Its id. */
export async function createSyncJob(database: Database, subject: string, now: number): Promise<string> {
  const id = crypto.randomUUID();
  await write(database, 'job', async () => {
    await database.jobs.add({
      id,
      kind: 'sync',
      state: 'running',
      subject,
      tags: [],
      options: plainOptions,
      total: 0,
      createdAt: now,
      endedAt: null,
      sync: newSyncWork,
    });
  });
  return id;
}

/** Notes how a sync goes, and its new state (null: as it is). Nothing where it is not under way any more. */
export async function noteSyncWork(
  database: Database,
  jobId: string,
  state: 'running' | 'paused' | null,
  work: Partial<SyncWork>,
): Promise<void> {
  await write(database, 'job', async () => {
    const job = await database.jobs.get(jobId);
    if (job?.sync === undefined || (job.state !== 'running' && job.state !== 'paused')) return;
    await database.jobs.put({ ...job, state: state ?? job.state, sync: { ...job.sync, ...work } });
  });
}

/** Ends a sync. One that found nothing to do leaves no row; of others the newest stay. */
export async function endSyncJob(database: Database, jobId: string, now: number): Promise<void> {
  await write(database, 'sync', async () => {
    const job = await database.jobs.get(jobId);
    if (job?.sync === undefined) return;
    if (isNothing(job.sync)) await database.jobs.delete(jobId);
    else await database.jobs.put({ ...job, state: 'ended', endedAt: now });
    const jobs = await database.jobs.orderBy('createdAt').reverse().toArray();
    const over = jobs.filter(({ sync, endedAt }) => sync !== undefined && endedAt !== null);
    const old = over.slice(keptRuns).map(({ id }) => id);
    await database.jobs.bulkDelete(old);
    await database.syncUndo.where('jobId').anyOf(old).delete();
  });
}

function isNothing({ here, there, doubts, problems }: SyncWork): boolean {
  const isSame = [here, there].every((side) => side.added + side.changed + side.removed === 0);
  return isSame && doubts === 0 && problems.length === 0;
}
