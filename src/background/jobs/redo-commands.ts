import { plainOptions } from '../../domain/job/job.ts';
import { clipItem } from '../../domain/job/new-items.ts';
import { Failure } from '../../domain/failure.ts';
import type { ReextractInput } from '../../messages/contract.ts';
import type { Handlers } from '../../messages/server.ts';
import { createJob, setJobState, turnAround } from '../../storage/jobs/job-writes.ts';
import { clipsById, clipsWithSource } from '../../storage/texts/source-queries.ts';
import type { JobServices } from './job-services.ts';

export type RedoCommand = 'reextractClips' | 'takeBackJob';

/** The commands that make clips anew from their kept pages, and take that back. */
export function redoCommands(services: JobServices): Pick<Handlers, RedoCommand> {
  const { shelf, runner } = services;
  return {
    reextractClips: async (input) => ({ jobId: await startRedoJob(services, input) }),
    takeBackJob: async ({ jobId }) => {
      const database = await shelf.database();
      await setJobState(database, jobId, 'cancelled', Date.now());
      await turnAround(database, jobId);
      runner.wake();
      return null;
    },
  };
}

async function startRedoJob(services: JobServices, { subject, clipIds }: ReextractInput): Promise<string> {
  const database = await services.shelf.database();
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
