import { markdownFormKey } from '../../../core/export-settings.ts';
import { send } from '../../../rpc/commands/client.ts';
import { askToWrite, hasDirectoryPicker, pickDirectory } from '../../../browser/directory-picker.ts';
import {
  requestAccess,
  requestAllSites,
  requestParserPage,
  requestSyncAccess,
} from '../../../browser/host-permission.ts';
import { readSetting, watchSetting, writeSetting } from '../../../browser/kept-settings.ts';
import { openShortcutSettings, shortcuts } from '../../../browser/shortcuts.ts';
import { reportBug } from '../../../browser/report-bug.ts';
import { recentFailures } from '../../../browser/failure-log.ts';
import { grantedSites, withdrawSite } from '../../../browser/site-access.ts';
import { openDatabase } from '../../../database/database.ts';
import { openFolderRecord } from '../../../database/transfer/folder-record.ts';
import { live } from '../../../database/live.ts';
import { saveFile } from '../../../ui/save-file.ts';
import { type FolderSetting, folderSetting, hasChosenFolder } from '../../folder/folder-setting.ts';
import type { FolderChoiceDependencies } from './folder-choice.ts';
import type { ImageChoiceDependencies } from './image-choice.ts';
import type { ReminderDependencies } from './reminder-choice.ts';
import type { MarkdownChoiceDependencies } from './markdown-choice.ts';
import type { OptionsDependencies } from './options.ts';
import type { LibraryWorkDependencies } from './library-work.ts';
import type { ProblemReportDependencies } from './problem-report.ts';
import type { SyncChoiceDependencies } from './sync-choice.ts';
import { deviceName } from './device-name.ts';

export const optionsServices: Omit<OptionsDependencies, 'attempt' | 'fail'> = {
  openDatabase,
  live,
  estimate: async () => (await navigator.storage.estimate()).usage ?? null,
  repositorySize: async () => await (await import('../../../git/git-files.ts')).gitFilesSize(),
  isPersisted: () => navigator.storage.persisted(),
  persist: () => navigator.storage.persist(),
  shortcuts,
  openShortcutSettings,
  grantedSites,
  withdrawSite,
};

export const reportServices: Omit<ProblemReportDependencies, 'attempt' | 'version' | 'language'> = {
  openDatabase,
  estimate: optionsServices.estimate,
  recentFailures,
  browser: navigator.userAgent,
  copy: (text) => navigator.clipboard.writeText(text),
};

export const imageServices: Omit<ImageChoiceDependencies, 'attempt'> = {
  read: () => readSetting('images'),
  write: (settings) => writeSetting('images', settings),
  requestAllSites,
};

export const reminderServices: Omit<ReminderDependencies, 'attempt'> = {
  read: () => readSetting('backup'),
  write: (reminder) => writeSetting('backup', reminder),
  now: Date.now,
};

export const workServices: Omit<LibraryWorkDependencies, 'attempt'> = {
  openDatabase,
  send,
  requestAccess,
  requestParserPage,
  loadExports: () => import('../../export/export-clips.ts'),
  saveFile,
};

export const markdownServices: Omit<MarkdownChoiceDependencies, 'attempt'> = {
  local: localStorage,
  tell: (form) => writeSetting(markdownFormKey, form),
  reportBug,
  sampleOf: async (form) => {
    const [database, { markdownSample }] = await Promise.all([
      openDatabase(),
      import('../transfer/markdown-sample.ts'),
    ]);
    return await markdownSample(database, form).finally(() => database.close());
  },
};

export const syncServices: Omit<SyncChoiceDependencies, 'attempt' | 'fail'> = {
  read: readSetting,
  write: writeSetting,
  watch: watchSetting,
  requestAccess: requestSyncAccess,
  seal: async (token) => await (await import('../../../git/sealed-token.ts')).sealToken(token),
  lock: async (passphrase) =>
    await (await import('../../../git/encryption/kept-key.ts')).lockLibrary(passphrase),
  unlock: async (passphrase) =>
    await (await import('../../../git/encryption/kept-key.ts')).unlockLibrary(passphrase),
  forget: async () => {
    const [{ deleteGitFiles }, { forgetKeys }, { deleteSyncFolderRecord }] = await Promise.all([
      import('../../../git/git-files.ts'),
      import('../../../git/key-database.ts'),
      import('../../../database/sync/sync-folder-record.ts'),
    ]);
    await deleteGitFiles();
    await forgetKeys();
    await deleteSyncFolderRecord();
  },
  hasPicker: hasDirectoryPicker(),
  pickFolder: async () => {
    // At once, both of them: the browser asks only within the gesture.
    const asked = requestParserPage();
    const handle = await pickDirectory();
    return (await asked) ? handle : null;
  },
  takeFolder: async (handle) => {
    const { takeFolder } = await import('../../sync/folder/choose-folder.ts');
    const copies = hasChosenFolder(await readSetting(folderSetting));
    const { name, endsCopy } = await takeFolder(handle, copies);
    if (endsCopy) await writeSetting(folderSetting, { isChosen: false } satisfies FolderSetting);
    return name;
  },
  allowFolder: async () => {
    const { allowFolder } = await import('../../sync/folder/choose-folder.ts');
    return await allowFolder(askToWrite);
  },
  openDatabase,
  live,
  send,
  deviceName,
};

export const folderServices: Omit<FolderChoiceDependencies, 'attempt' | 'fail'> = {
  hasPicker: hasDirectoryPicker(),
  pick: pickDirectory,
  askToWrite,
  openRecord: openFolderRecord,
  isChosen: async () => hasChosenFolder(await readSetting(folderSetting)),
  keepChosen: (isChosen) => writeSetting(folderSetting, { isChosen } satisfies FolderSetting),
  live,
  now: Date.now,
};
