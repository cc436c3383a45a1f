import { parseSyncSetting, syncSettingName } from '../../core/sync/sync-setting.ts';
import { readSetting, watchSetting } from '../../browser/kept-settings.ts';
import { reportBug } from '../../browser/report-bug.ts';
import { syncSign } from './sync-sign.tsx';

/** Once the page stands: what the user waits for comes first. */
const later = 1_500;

/** Shows in the header how sync stands, from when it is set up; until then it costs one look at a setting. */
export function startSyncSign(): void {
  let isStarted = false;
  const start = (value: unknown) => {
    if (parseSyncSetting(value) === null) syncSign.value = null;
    else if (!isStarted) {
      isStarted = true;
      void import('./watch-sync.ts').then(({ watchSync }) => watchSync()).catch(reportBug);
    }
  };
  watchSetting(syncSettingName, start);
  setTimeout(() => void readSetting(syncSettingName).then(start).catch(reportBug), later);
}
