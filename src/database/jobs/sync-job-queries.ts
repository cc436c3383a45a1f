import type { Job } from '../../core/job/job.ts';
import type { SyncWork } from '../../core/job/sync-work.ts';
import type { Database } from '../database.ts';

export type SyncJob = Job & { readonly sync: SyncWork };

/** The syncs that are kept, newest first. */
export async function syncJobs(database: Database): Promise<SyncJob[]> {
  const jobs = await database.jobs.orderBy('createdAt').reverse().toArray();
  return jobs.filter(isSync);
}

/** The sync that is under way, or waits for the user or for the host; null for none. There is one at a time. */
export async function openSyncJob(database: Database): Promise<SyncJob | null> {
  const open = await database.jobs.where('state').anyOf('running', 'paused').toArray();
  return open.find(isSync) ?? null;
}

function isSync(job: Job): job is SyncJob {
  return job.sync !== undefined;
}
