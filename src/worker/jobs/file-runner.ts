import { Failure, failureCode } from '../../core/failure.ts';
import { type FileWork, positionOf } from '../../core/job/file-work.ts';
import type { Job } from '../../core/job/job.ts';
import type { FileRequest, PageReader } from '../../rpc/parser-page/page-reading.ts';
import { takeBatchFile } from '../../database/jobs/batch-file.ts';
import { removeStagedFile, removeOldStagedFiles } from '../../disk/staged-files.ts';
import { endFileJob, pauseFileJob, trashAllBut } from '../../database/jobs/file-job-writes.ts';
import { allJobs, jobById, jobsIn } from '../../database/jobs/job-queries.ts';
import { setJobState } from '../../database/jobs/job-writes.ts';
import type { Library } from '../library.ts';
import { type WorkLoop, type WorkerLife, createWorkLoop } from '../work-loop.ts';
import { takeBatch } from './take-batch.ts';

interface FileRunnerDependencies extends WorkerLife {
  readonly library: Library;
  readonly reader: Pick<PageReader, 'readFile'>;
  /** Whether there may be a page that reads the file. */
  readonly mayRead: () => Promise<boolean>;
}

/** ms between two tries to have the file read. */
const timeout = 1_000;

/**
 * Takes over files, one after the other, batch by batch. All that it knows is in the journal: the next worker's runner
 * goes on with the entry after the last one that was stored.
 */
export function createFileRunner({ library, reader, mayRead, ...life }: FileRunnerDependencies): WorkLoop {
  async function step({ job, file }: FileJob): Promise<void> {
    const database = await library.database();
    try {
      if (!(await mayRead())) {
        await setJobState(database, job.id, 'needs-access', Date.now());
        return;
      }
      const position = positionOf(file);
      const read = await readPatiently({
        copy: file.copy,
        fileName: job.subject,
        position,
        order: file.order ?? null,
      });
      const batch = await takeBatchFile(read);
      const now = Date.now();
      await takeBatch(database, { jobId: job.id, position }, batch, now);
      library.wakeRules?.();
      if (batch.end === null || (await jobById(database, job.id))?.state !== 'running') return;
      if (file.mode === 'replace') await trashAllBut(database, batch.end, now);
      await endFileJob(database, job.id, now);
      await removeStagedFile(file.copy);
    } catch (error) {
      await pauseFileJob(database, job.id, failureCode(error, life.report));
    }
  }

  /** The page that reads may have been closed under it, or not be up yet. */
  async function readPatiently(request: FileRequest, tries = 5): Promise<string> {
    try {
      return await reader.readFile(request);
    } catch (error) {
      const gone = error instanceof Failure && error.code === 'message/unanswered';
      if (!gone || tries === 1) throw error;
      await new Promise((resolve) => {
        setTimeout(resolve, timeout);
      });
      return await readPatiently(request, tries - 1);
    }
  }

  return createWorkLoop(life, async () => {
    const job = await nextFile(library);
    if (job === null) await tidyCopies(library);
    else await step(job);
    return job !== null;
  });
}

interface FileJob {
  readonly job: Job;
  readonly file: FileWork;
}

async function nextFile(library: Library): Promise<FileJob | null> {
  for (const job of await jobsIn(await library.database(), 'running')) {
    if (job.file !== undefined) return { job, file: job.file };
  }
  return null;
}

/** Copies outlive only what may still go on. */
async function tidyCopies(library: Library): Promise<void> {
  const jobs = await allJobs(await library.database());
  const needed = new Set<string>();
  for (const { file, state } of jobs) {
    if (file === undefined) continue;
    if (state === 'ended' || state === 'cancelled') await removeStagedFile(file.copy);
    else needed.add(file.copy);
  }
  await removeOldStagedFiles(needed, Date.now());
}
