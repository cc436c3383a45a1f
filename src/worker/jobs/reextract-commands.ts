import { plainOptions } from '../../core/job/job.ts';
import { clipItem } from '../../core/job/new-items.ts';
import { Failure } from '../../core/failure.ts';
import type { ReextractInput } from '../../rpc/commands/contract.ts';
import type { Handlers } from '../../rpc/commands/server.ts';
import { createJob, setJobState, turnIntoUndo } from '../../database/jobs/job-writes.ts';
import { clipsById, clipsWithSource } from '../../database/texts/text-queries.ts';
import type { JobDependencies } from './job-services.ts';

export type ReextractCommand = 'reextractClips' | 'undoJob';

/** The commands that make clips anew from their kept pages, and take a job back. */
export function reextractCommands(services: JobDependencies): Pick<Handlers, ReextractCommand> {
  const { library, runner } = services;
  return {
    reextractClips: async (input) => ({ jobId: await startReextractJob(services, input) }),
    undoJob: async ({ jobId }) => {
      const database = await library.database();
      await setJobState(database, jobId, 'cancelled', Date.now());
      await turnIntoUndo(database, jobId);
      runner.wake();
      return null;
    },
  };
}

async function startReextractJob(
  services: JobDependencies,
  { subject, clipIds }: ReextractInput,
): Promise<string> {
  const database = await services.library.database();
  const clips = await (clipIds === 'all' ? clipsWithSource(database) : clipsById(database, clipIds));
  if (clips.length === 0) throw new Failure('clip/no-source');
  const id = crypto.randomUUID();
  await createJob(
    database,
    {
      id,
      kind: 're-extract',
      subject,
      tags: [],
      options: plainOptions,
      createdAt: Date.now(),
      state: (await services.hasParserPage()) ? 'running' : 'needs-access',
    },
    clips.map(clipItem),
  );
  services.runner.wake();
  return id;
}
