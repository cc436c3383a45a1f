import {
  parseSyncSetting,
  parseSyncStatus,
  placeName,
  syncSettingName,
  syncStatusName,
} from '../../core/sync/sync-setting.ts';
import { readSetting, watchSetting } from '../../browser/kept-settings.ts';
import { reportBug } from '../../browser/report-bug.ts';
import { openDatabase } from '../../database/database.ts';
import { live } from '../../database/live.ts';
import { countUnsent } from '../../database/sync/sync-queries.ts';
import { syncSign } from './sync-sign.tsx';

/** Minutes are what the sign counts. */
const interval = 30_000;

/** Keeps the sign in the header up to date for as long as this page lives. */
export async function watchSync(): Promise<void> {
  let waiting = 0;
  const show = async () => {
    const setting = parseSyncSetting(await readSetting(syncSettingName));
    const { syncedAt, code, needsUser } = parseSyncStatus(await readSetting(syncStatusName));
    syncSign.value =
      setting === null
        ? null
        : { place: placeName(setting), syncedAt, waiting, code, needsUser, now: Date.now() };
  };
  const refresh = () => void show().catch(reportBug);
  watchSetting(syncSettingName, refresh);
  watchSetting(syncStatusName, refresh);
  setInterval(refresh, interval);
  const database = await openDatabase();
  live(
    () => countUnsent(database),
    (count) => {
      waiting = count;
      refresh();
    },
    reportBug,
  );
}
