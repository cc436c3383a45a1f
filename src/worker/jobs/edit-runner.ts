import { failureCode } from '../../core/failure.ts';
import type { Job } from '../../core/job/job.ts';
import type { Database } from '../../database/database.ts';
import { takePiece } from '../../database/jobs/edit-job-writes.ts';
import { jobsIn } from '../../database/jobs/job-queries.ts';
import { pauseJob } from '../../database/jobs/job-writes.ts';
import type { Library } from '../library.ts';
import { type WorkLoop, type WorkerLife, createWorkLoop } from '../work-loop.ts';

interface EditRunnerDependencies extends WorkerLife {
  readonly library: Library;
  /** Keeps the index in shape: each changed clip leaves something to merge, and too much of it slows searches. */
  readonly tidyIndex: (database: Database) => Promise<void>;
}

/** Works off edits of many clips, one after the other, piece by piece. All that it knows is in the journal. */
export function createEditRunner({ library, tidyIndex, ...life }: EditRunnerDependencies): WorkLoop {
  return createWorkLoop(life, async () => {
    const database = await library.database();
    const job = await nextEdit(database);
    if (job === null) return false;
    try {
      await takePiece(database, job, Date.now());
    } catch (error) {
      await pauseJob(database, job.id, failureCode(error, life.report));
    }
    // Who asks meanwhile is answered first.
    await new Promise((resolve) => {
      setTimeout(resolve);
    });
    await tidyIndex(database);
    return true;
  });
}

async function nextEdit(database: Database): Promise<Job | null> {
  return (await jobsIn(database, 'running')).find(({ edit }) => edit !== undefined) ?? null;
}
