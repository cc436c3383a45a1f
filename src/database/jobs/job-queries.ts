import { urlKey } from '../../core/clip/url-key.ts';
import type { Job, JobItem, JobProgress } from '../../core/job/job.ts';
import type { Database } from '../database.ts';

/** Newest first. */
export async function allJobs(database: Database): Promise<Job[]> {
  return await database.jobs.orderBy('createdAt').reverse().toArray();
}

export async function jobById(database: Database, jobId: string): Promise<Job | null> {
  return (await database.jobs.get(jobId)) ?? null;
}

/** The jobs in this state, oldest first. */
export async function jobsIn(database: Database, state: Job['state']): Promise<Job[]> {
  return await database.jobs.where('state').equals(state).sortBy('createdAt');
}

export async function itemsOf(
  database: Database,
  jobId: string,
  state?: JobItem['state'],
): Promise<JobItem[]> {
  const items =
    state === undefined ? database.jobItems.where({ jobId }) : database.jobItems.where({ jobId, state });
  return await items.sortBy('index');
}

/** The first items that wait, in order. */
export async function waitingItems(database: Database, jobId: string, limit: number): Promise<JobItem[]> {
  return await database.jobItems.where({ jobId, state: 'waiting' }).limit(limit).toArray();
}

export async function jobProgress(database: Database, jobId: string): Promise<JobProgress> {
  const count = (state: JobItem['state']) => database.jobItems.where({ jobId, state }).count();
  const [waiting, done, skipped, failed] = await Promise.all([
    count('waiting'),
    count('done'),
    count('skipped'),
    count('failed'),
  ]);
  return { waiting, done, skipped, failed };
}

/** Which of these addresses are of pages in the library: the addresses as they were given. */
export async function alreadyClipped(database: Database, urls: readonly string[]): Promise<Set<string>> {
  const keys = urls.map((url) => urlKey(url));
  const clips = await database.clips.where('urlKey').anyOf(keys).toArray();
  const kept = new Set(clips.filter((clip) => clip.trashedAt === null).map((clip) => clip.urlKey));
  return new Set(urls.filter((_url, index) => kept.has(keys[index] ?? '')));
}
