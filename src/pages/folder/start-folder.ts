import { hasDirectoryPicker } from '../../browser/directory-picker.ts';
import { readSetting, watchSetting } from '../../browser/kept-settings.ts';
import { reportBug } from '../../browser/report-bug.ts';
import { folderSetting, hasChosenFolder } from './folder-setting.ts';

/** Once the page stands: what the user waits for comes first. */
const later = 2_000;

/** Lets this page keep the user's folder up to date, from when there is one; until then it costs one look at a setting. */
export function startFolder(): void {
  if (!hasDirectoryPicker()) return;
  let isStarted = false;
  const start = (setting: unknown) => {
    if (isStarted || !hasChosenFolder(setting)) return;
    isStarted = true;
    void import('./keep-folder.ts').then(({ keepFolder }) => keepFolder()).catch(reportBug);
  };
  watchSetting(folderSetting, start);
  setTimeout(() => void readSetting(folderSetting).then(start).catch(reportBug), later);
}
