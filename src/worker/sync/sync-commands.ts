import { Failure } from '../../core/failure.ts';
import { freshStatus, syncSettingName, syncStatusName } from '../../core/sync/sync-setting.ts';
import type { Handlers } from '../../rpc/commands/server.ts';
import { openSyncJob } from '../../database/jobs/sync-job-queries.ts';
import { noteSyncWork } from '../../database/jobs/sync-job-writes.ts';
import { setJobState } from '../../database/jobs/job-writes.ts';
import { forgetSync } from '../../database/sync/sync-writes.ts';
import { undoSync } from '../../database/sync/undo-sync-writes.ts';
import type { Library } from '../library.ts';
import {
  type SyncRunner,
  type SyncRunnerDependencies,
  type SyncSettings,
  createSyncRunner,
} from './sync-runner.ts';

export type SyncCommand = 'syncNow' | 'answerSync' | 'undoSync' | 'disconnectSync';

/** The sync with the user's repository, and the commands that steer it. */
export function createSync(
  dependencies: SyncRunnerDependencies,
): SyncRunner & { readonly commands: Pick<Handlers, SyncCommand> } {
  const sync = createSyncRunner(dependencies);
  return { ...sync, commands: syncCommands({ ...dependencies, sync }) };
}

/** The commands that steer the sync with the user's repository. */
export function syncCommands({
  library,
  settings,
  sync,
}: {
  readonly library: Library;
  readonly settings: SyncSettings;
  readonly sync: SyncRunner;
}): Pick<Handlers, SyncCommand> {
  return {
    syncNow: async () => {
      await sync.syncNow();
      return null;
    },
    answerSync: async ({ jobId, goOn }) => {
      const database = await library.database();
      const job = await openSyncJob(database);
      if (job?.id !== jobId || job.sync.question === null) throw new Failure('job/not-found', jobId);
      if (goOn) {
        await noteSyncWork(database, jobId, 'paused', { question: null, consent: true });
        await sync.syncNow();
      } else {
        await setJobState(database, jobId, 'cancelled', Date.now());
      }
      return null;
    },
    undoSync: async ({ jobId }) => {
      await undoSync(await library.database(), jobId, Date.now());
      await sync.syncNow();
      return null;
    },
    disconnectSync: async () => {
      // First of all, so that nothing goes on with it.
      await settings.write(syncSettingName, {});
      const database = await library.database();
      const job = await openSyncJob(database);
      if (job !== null) await setJobState(database, job.id, 'cancelled', Date.now());
      await forgetSync(database);
      await settings.write(syncStatusName, freshStatus);
      return null;
    },
  };
}
