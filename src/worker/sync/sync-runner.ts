import { Failure, failureCode } from '../../core/failure.ts';
import { retryAfterOf } from '../../core/job/retry.ts';
import {
  type SyncSetting,
  type SyncStatus,
  failedStatus,
  freshStatus,
  nextSyncIn,
  parseSyncSetting,
  parseSyncStatus,
  placeName,
  syncSettingName,
  syncStatusName,
} from '../../core/sync/sync-setting.ts';
import { type SyncJob, openSyncJob } from '../../database/jobs/sync-job-queries.ts';
import { createSyncJob, endSyncJob, noteSyncWork } from '../../database/jobs/sync-job-writes.ts';
import { takeSyncBatchFile } from '../../database/sync/batch-file.ts';
import { takeSyncBatch } from '../../database/sync/sync-writes.ts';
import type { PageReader } from '../../rpc/parser-page/page-reading.ts';
import type { Library } from '../library.ts';
import { type WorkLoop, type WorkerLife, createWorkLoop } from '../work-loop.ts';

export interface SyncSettings {
  readonly read: (name: string) => Promise<unknown>;
  readonly write: (name: string, value: object) => Promise<void>;
}

export interface SyncRunnerDependencies extends WorkerLife {
  readonly library: Library;
  readonly settings: SyncSettings;
  readonly reader: Pick<PageReader, 'syncStep'>;
  readonly hasAccess: (urls: readonly string[]) => Promise<boolean>;
  /** Epoch ms. */
  readonly now: () => number;
}

export interface SyncRunner extends WorkLoop {
  /** Something was changed here, perhaps: it is sent when it has been still for a while. */
  readonly touch: () => void;
  /** Now, whatever failed before. */
  readonly syncNow: () => Promise<void>;
}

/** Nobody keeps the worker awake for longer. */
const longestNap = 60_000;

/**
 * Keeps the library and the user's repository the same: each piece is asked of the page that knows Git, and written here.
 * All that it knows is in the journal, the library and the settings. Costs one look at a setting where sync is not set up.
 */
export function createSyncRunner(dependencies: SyncRunnerDependencies): SyncRunner {
  const { library, settings, now, keepAwake, report } = dependencies;
  let touchedAt: number | null = null;
  const readStatus = async () => parseSyncStatus(await settings.read(syncStatusName));

  const loop = createWorkLoop({ keepAwake, report }, async (nap) => {
    const setting = parseSyncSetting(await settings.read(syncSettingName));
    if (setting === null) return false;
    const database = await library.database();
    const job = await openSyncJob(database);
    if (job?.state === 'running') {
      if (await takeStep(dependencies, setting, job)) touchedAt = null;
      return true;
    }
    const status = await readStatus();
    const wait = nextSyncIn(status, { now: now(), touchedAt });
    // What the user paused goes on when the user says so.
    const isPaused = job !== null && job.sync.failure === null && !status.isAsked;
    if (wait === null || wait > longestNap || isPaused) return false;
    if (wait > 0) {
      await nap(wait);
      return true;
    }
    if (job === null) await createSyncJob(database, placeName(setting), now());
    else await noteSyncWork(database, job.id, 'running', { failure: null });
    await settings.write(syncStatusName, { ...status, isAsked: false });
    return true;
  });

  return {
    ...loop,
    touch() {
      touchedAt = now();
      loop.wake();
    },
    async syncNow() {
      const job = await openSyncJob(await library.database());
      // What the user is asked stays a question until it is answered.
      if (job?.sync.question !== null && job !== null) return;
      const status = await readStatus();
      await settings.write(syncStatusName, { ...status, needsUser: false, retryAt: 0, isAsked: true });
      loop.wake();
    },
  };
}

/** One piece of a sync. Whether it was the last. */
async function takeStep(
  dependencies: SyncRunnerDependencies,
  setting: SyncSetting,
  job: SyncJob,
): Promise<boolean> {
  const { library, settings, reader, hasAccess, now, report } = dependencies;
  const database = await library.database();
  const readStatus = async () => parseSyncStatus(await settings.read(syncStatusName));
  const writeStatus = (status: SyncStatus) => settings.write(syncStatusName, status);
  try {
    if (setting.carrier === 'git' && !(await hasAccess([setting.address])))
      throw new Failure('sync/no-access', setting.address);
    const answer = await reader.syncStep({ jobId: job.id, setting, consent: job.sync.consent });
    if (answer.state === 'going' && answer.batch !== null)
      await takeSyncBatch(database, job.id, await takeSyncBatchFile(answer.batch), now());
    const asks = answer.state === 'asks';
    await noteSyncWork(database, job.id, asks ? 'paused' : null, { failure: null, ...answer.work });
    if (asks) await writeStatus({ ...(await readStatus()), code: null, needsUser: true, isAsked: false });
    if (answer.state !== 'done') return false;
    await endSyncJob(database, job.id, now());
    await writeStatus({ ...freshStatus, syncedAt: now() });
    return true;
  } catch (error) {
    const code = failureCode(error, report);
    const detail = error instanceof Failure ? error.detail : '';
    // The parser page met it, and cannot keep it.
    if (code === 'bug' && error instanceof Failure) report(error);
    await noteSyncWork(database, job.id, 'paused', { failure: { code, detail } });
    const retryAfter = code === 'sync/busy' ? retryAfterOf(detail, now()) : null;
    await writeStatus(failedStatus(await readStatus(), code, { now: now(), retryAfter }));
    return false;
  }
}
