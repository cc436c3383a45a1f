import type { ClipId } from '../../core/clip/clip.ts';
import type { FailureCode } from '../../core/failure.ts';
import { type RestoreMode, type TakenEntry, afterEntry, positionOf } from '../../core/job/file-work.ts';
import type { ImportProblem } from '../../core/job/import-problem.ts';
import type { Job } from '../../core/job/job.ts';
import type { Database } from '../database.ts';
import { type ImportedArticle, importArticles } from '../transfer/import-writes.ts';
import {
  type BackupLabels,
  type RestoredClip,
  restoreClips,
  restoreLabels,
} from '../transfer/restore-writes.ts';
import { setTrashed } from '../clips/clip-state-writes.ts';
import { indexingAtOnce } from '../search/clip-index.ts';
import { write } from '../write.ts';

/** Writes a file job to the journal. Throws `store/*`. */
export async function createFileJob(database: Database, job: Job): Promise<void> {
  await write(database, 'job', () => database.jobs.add(job));
}

/** An entry of a file as it is stored; `remarks` say what of it could not be read. */
export type FileEntry =
  | {
      readonly kind: 'article';
      readonly article: ImportedArticle;
      readonly remarks: readonly ImportProblem[];
    }
  | { readonly kind: 'clip'; readonly clip: RestoredClip; readonly remarks: readonly ImportProblem[] }
  | ImportProblem;

/** The next entries of a file, in its order. */
export interface FileEntries {
  readonly entries: readonly FileEntry[];
  /** Of a backup, with its first entries. */
  readonly labels: BackupLabels | null;
}

/**
 * Takes over the entries from `position` on and moves the journal on, in one transaction. Nothing happens where the job
 * does not run any more, or another worker was faster.
 */
export async function takeEntries(
  database: Database,
  { jobId, position }: { readonly jobId: string; readonly position: number },
  { entries, labels }: FileEntries,
  now: number,
): Promise<void> {
  await write(database, 'file', async () => {
    const job = await database.jobs.get(jobId);
    if (job?.file === undefined || job.state !== 'running' || positionOf(job.file) !== position) return;
    if (labels !== null) await restoreLabels(database, labels);
    let file = job.file;
    await indexingAtOnce(async () => {
      const articles = entries.flatMap((entry) => (entry.kind === 'article' ? [entry.article] : []));
      const newIds = articles.map(() => crypto.randomUUID());
      const taken = (await importArticles(database, articles, { newIds, now })).values();
      for (const entry of entries)
        file = afterEntry(
          file,
          entry.kind === 'article'
            ? { ...(taken.next().value ?? { outcome: 'added' }), problems: entry.remarks }
            : await takeEntry(database, entry, file.mode, now),
        );
    });
    await database.jobs.put({ ...job, file });
  });
}

async function takeEntry(
  database: Database,
  entry: Exclude<FileEntry, { kind: 'article' }>,
  mode: RestoreMode,
  now: number,
): Promise<TakenEntry> {
  switch (entry.kind) {
    case 'problem':
      return { outcome: 'failed', problems: [entry] };
    case 'clip': {
      const [taken] = await restoreClips(database, [entry.clip], { mode, now });
      return { ...(taken ?? { outcome: 'added' }), problems: entry.remarks };
    }
  }
}

const sweptAtOnce = 100;

/** Puts every clip in the trash that is neither of these pages nor has one of these ids. */
export async function trashAllBut(
  database: Database,
  { ids, urlKeys }: { readonly ids: readonly ClipId[]; readonly urlKeys: readonly string[] },
  now: number,
): Promise<void> {
  const known = new Set(ids);
  const pages = new Set(urlKeys);
  const others: ClipId[] = [];
  await database.clips.each(({ id, urlKey, trashedAt }) => {
    if (trashedAt === null && !known.has(id) && !pages.has(urlKey)) others.push(id);
  });
  for (let start = 0; start < others.length; start += sweptAtOnce)
    await setTrashed(database, others.slice(start, start + sweptAtOnce), now, now);
}

/** Ends a file job that runs; one that was paused or cancelled meanwhile stays so. `now` in ms. Throws `store/*`. */
export async function endFileJob(database: Database, jobId: string, now: number): Promise<void> {
  await write(database, 'job', async () => {
    const job = await database.jobs.get(jobId);
    if (job?.state === 'running') await database.jobs.put({ ...job, state: 'ended', endedAt: now });
  });
}

/** Stands still, and says why, until the user continues it. */
export async function pauseFileJob(database: Database, jobId: string, failure: FailureCode): Promise<void> {
  await write(database, 'job', async () => {
    const job = await database.jobs.get(jobId);
    if (job?.file === undefined || job.state !== 'running') return;
    await database.jobs.put({ ...job, state: 'paused', file: { ...job.file, failure } });
  });
}
