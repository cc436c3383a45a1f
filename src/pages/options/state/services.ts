import { send } from '../../../messages/client.ts';
import { askToWrite, hasDirectoryPicker, pickDirectory } from '../../../platform/directory-picker.ts';
import { requestAllSites, requestParserPage } from '../../../platform/host-permission.ts';
import { readSetting, writeSetting } from '../../../platform/kept-settings.ts';
import { reportBug } from '../../../platform/report-bug.ts';
import { openDatabase } from '../../../storage/database.ts';
import { openFolderRecord } from '../../../storage/transfer/folder-record.ts';
import { live } from '../../../storage/live.ts';
import { saveFile } from '../../../ui/save-file.ts';
import { type FolderSetting, folderSetting, hasChosenFolder } from '../../folder/folder-setting.ts';
import type { FolderChoiceParts } from './folder-choice.ts';
import type { ImageChoiceParts } from './image-choice.ts';
import type { ReminderParts } from './reminder-choice.ts';
import type { LibraryWorkDependencies } from './library-work.ts';

export const imageServices: ImageChoiceParts = {
  read: () => readSetting('images'),
  write: (settings) => writeSetting('images', settings),
  requestAllSites,
  reportBug,
};

export const reminderServices: ReminderParts = {
  read: () => readSetting('backup'),
  write: (reminder) => writeSetting('backup', reminder),
  now: Date.now,
  reportBug,
};

export const workServices: LibraryWorkDependencies = {
  openDatabase,
  send,
  requestParserPage,
  loadExports: () => import('../../shelf/export-clips.ts'),
  saveFile,
  reportBug,
};

export const folderServices: FolderChoiceParts = {
  hasPicker: hasDirectoryPicker(),
  pick: pickDirectory,
  askToWrite,
  openRecord: openFolderRecord,
  isChosen: async () => hasChosenFolder(await readSetting(folderSetting)),
  keepChosen: (isChosen) => writeSetting(folderSetting, { isChosen } satisfies FolderSetting),
  live,
  now: Date.now,
  reportBug,
};
