import { type ReadonlySignal, signal } from '@preact/signals';
import {
  type SyncSetting,
  type SyncStatus,
  freshStatus,
  parseSyncSetting,
  parseSyncStatus,
  syncSettingName,
  syncStatusName,
} from '../../../core/sync/sync-setting.ts';
import type { Database } from '../../../database/database.ts';
import { type SyncJob, syncJobs } from '../../../database/jobs/sync-job-queries.ts';
import type { live } from '../../../database/live.ts';
import type { Attempt } from '../../../ui/attempt.ts';

export interface WatchedSync {
  /** undefined until it is known; null where sync is not set up. */
  readonly setting: ReadonlySignal<SyncSetting | null | undefined>;
  readonly status: ReadonlySignal<SyncStatus>;
  /** Newest first. */
  readonly jobs: ReadonlySignal<readonly SyncJob[]>;
  readonly start: () => void;
}

export interface WatchedSyncDependencies {
  readonly read: (name: string) => Promise<unknown>;
  readonly watch: (name: string, onChange: (value: unknown) => void) => void;
  readonly openDatabase: () => Promise<Database>;
  readonly live: typeof live;
  readonly attempt: Attempt;
  readonly fail: (error: unknown) => void;
}

/** What is set up, how it stands, and the syncs that were. */
export function watchSync(
  { read, watch, openDatabase, live, attempt, fail }: WatchedSyncDependencies,
  onStatus: (status: SyncStatus) => void,
): WatchedSync {
  const setting = signal<SyncSetting | null | undefined>(undefined);
  const status = signal<SyncStatus>(freshStatus);
  const jobs = signal<readonly SyncJob[]>([]);
  const showSetting = (value: unknown) => (setting.value = parseSyncSetting(value));
  const showStatus = (value: unknown) => (status.value = parseSyncStatus(value));
  return {
    setting,
    status,
    jobs,
    start: () => {
      watch(syncSettingName, showSetting);
      watch(syncStatusName, (value) => {
        showStatus(value);
        onStatus(status.peek());
      });
      attempt(async () => {
        showSetting(await read(syncSettingName));
        showStatus(await read(syncStatusName));
        const database = await openDatabase();
        live(
          () => syncJobs(database),
          (found) => (jobs.value = found),
          fail,
        );
      });
    },
  };
}
