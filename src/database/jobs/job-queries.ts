import type { ClipId } from '../../core/clip/clip.ts';
import { urlKey } from '../../core/clip/url-key.ts';
import { siteOf } from '../../core/clip/clip-from-article.ts';
import type { Job, JobItem, WaitedSite } from '../../core/job/job.ts';
import type { JobProgress } from '../../core/job/job-progress.ts';
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
  // A sync has its own sign.
  return await database.jobs
    .where('state')
    .equals('running')
    .and(({ sync }) => sync === undefined)
    .count();
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

/** ms: what waits no longer is not worth a word. */
const soon = 5_000;

/**
 * The sites whose pages wait for a later time, in order: they asked for it (Retry-After), or could not be had and are
 * tried again. Throws `store/*`.
 */
export async function sitesWaitedFor(database: Database, jobId: string, now: number): Promise<WaitedSite[]> {
  const sites = new Map<string, WaitedSite>();
  const pages = new Map<string, number>();
  for (const { url, code, notBefore } of await database.jobItems
    .where({ jobId, state: 'waiting' })
    .toArray()) {
    const site = siteOf(url);
    pages.set(site, (pages.get(site) ?? 0) + 1);
    if (notBefore <= now + soon) continue;
    const before = sites.get(site);
    const asked = code === 'fetch/busy' || (before?.asked ?? false);
    sites.set(site, { site, asked, until: Math.max(notBefore, before?.until ?? 0), pages: 0 });
  }
  return [...sites.values()].map((site) => ({ ...site, pages: pages.get(site.site) ?? 0 }));
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
  const [items, pieces] = await Promise.all([
    database.jobItems.where({ jobId }).toArray(),
    database.editPieces.where({ jobId }).toArray(),
  ]);
  const ofItems = items.flatMap(({ clipId }) => (clipId === null ? [] : [clipId]));
  return new Set([...ofItems, ...pieces.flatMap(({ clipIds }) => clipIds)]);
}

/** Which of these addresses are of pages in the library: the addresses as they were given. */
export async function alreadyClipped(database: Database, urls: readonly string[]): Promise<Set<string>> {
  const keys = urls.map((url) => urlKey(url));
  const clips = await database.clips.where('urlKey').anyOf(keys).toArray();
  const kept = new Set(clips.filter((clip) => clip.trashedAt === null).map((clip) => clip.urlKey));
  return new Set(urls.filter((_url, index) => kept.has(keys[index] ?? '')));
}
