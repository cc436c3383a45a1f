import type { Job } from '../../src/core/job/job.ts';
import { type Database, openDatabase } from '../../src/database/database.ts';
import { command } from './command.ts';

/** Waits for the job as the jobs page would: goes on with it where it stands. Undefined where there is none. */
export async function overJob(database: Database, isIt: (job: Job) => boolean): Promise<Job | undefined> {
  for (let tries = 0; ; tries += 1) {
    const job = (await database.jobs.toArray()).find(isIt);
    if (job === undefined || job.endedAt !== null || tries === 600) return job;
    if (job.state === 'paused') await command('resumeJob', { jobId: job.id });
    else if (tries % 20 === 10) await command('continueJobs', null);
    await pause(50);
  }
}

/**
 * Waits until all bulk edits are over and forgets them. Returns those that are not done to the last clip, one line each:
 * the worker had said yes to each of them.
 */
export async function finishEdits(): Promise<readonly string[]> {
  const database = await openDatabase();
  const wrong: string[] = [];
  try {
    for (const { id } of await database.jobs.filter(({ kind }) => kind === 'edit').toArray()) {
      const job = await overJob(database, (each) => each.id === id);
      if (job?.state !== 'ended' || job.edit?.seen !== job.total)
        wrong.push(
          `bulk edit ${job?.subject ?? id}: ${job?.state ?? 'gone'}, ${job?.edit?.seen} of ${job?.total}`,
        );
      await command('forgetJob', { jobId: id });
    }
  } finally {
    database.close();
  }
  return wrong;
}

export async function pause(milliseconds: number): Promise<void> {
  await new Promise((resolve) => {
    setTimeout(resolve, milliseconds);
  });
}
