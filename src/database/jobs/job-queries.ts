import type { ClipId } from '../../core/clip/clip.ts';
import { urlKey } from '../../core/clip/url-key.ts';
import { siteOf } from '../../core/clip/clip-from-article.ts';
import type { Job, JobItem, JobProgress, WaitedSite } from '../../core/job/job.ts';
import type { Database } from '../database.ts';

/** Newest first. */
export async function allJobs(database: Database): Promise<Job[]> {
  return await database.jobs.orderBy('createdAt').reverse().toArray();
}

/** One job; null where it is not in the journal any more. */
export async function jobById(database: Database, jobId: string): Promise<Job | null> {
  return (await database.jobs.get(jobId)) ?? null;
}

/** The jobs in this state, oldest first. */
export async function jobsIn(database: Database, state: Job['state']): Promise<Job[]> {
  return await database.jobs.where('state').equals(state).sortBy('createdAt');
}

/** How many jobs are under way. */
export async function runningJobCount(database: Database): Promise<number> {
  return await database.jobs.where('state').equals('running').count();
}

/** The items of a job in their order, all or those in one state. */
export async function itemsOf(
  database: Database,
  jobId: string,
  state?: JobItem['state'],
): Promise<JobItem[]> {
  const items =
    state === undefined ? database.jobItems.where({ jobId }) : database.jobItems.where({ jobId, state });
  return await items.sortBy('index');
}

/** Items that wait, in order, from the `from`-th on. */
export async function waitingItems(
  database: Database,
  jobId: string,
  limit: number,
  from = 0,
): Promise<JobItem[]> {
  return await database.jobItems.where({ jobId, state: 'waiting' }).offset(from).limit(limit).toArray();
}

/** Looked at for sites that asked to be left alone: a longer list says enough by its first ones. */
const mostLookedAt = 2_000;

/** The sites that a job waits for because they asked for it (Retry-After), in order. */
export async function sitesWaitedFor(database: Database, jobId: string, now: number): Promise<WaitedSite[]> {
  const sites = new Map<string, WaitedSite>();
  const items = await waitingItems(database, jobId, mostLookedAt);
  for (const { url, code, notBefore } of items) {
    if (code !== 'fetch/busy' || notBefore <= now) continue;
    const site = siteOf(url);
    const until = Math.max(notBefore, sites.get(site)?.until ?? 0);
    const pages = items.filter((item) => siteOf(item.url) === site).length;
    if (!sites.has(site) || until > (sites.get(site)?.until ?? 0)) sites.set(site, { site, until, pages });
  }
  return [...sites.values()];
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

/** The clips that the job made, found there already, or is about. */
export async function clipsOfJob(database: Database, jobId: string): Promise<Set<ClipId>> {
  const items = await database.jobItems.where({ jobId }).toArray();
  return new Set(items.flatMap(({ clipId }) => (clipId === null ? [] : [clipId])));
}

/** Which of these addresses are of pages in the library: the addresses as they were given. */
export async function alreadyClipped(database: Database, urls: readonly string[]): Promise<Set<string>> {
  const keys = urls.map((url) => urlKey(url));
  const clips = await database.clips.where('urlKey').anyOf(keys).toArray();
  const kept = new Set(clips.filter((clip) => clip.trashedAt === null).map((clip) => clip.urlKey));
  return new Set(urls.filter((_url, index) => kept.has(keys[index] ?? '')));
}
