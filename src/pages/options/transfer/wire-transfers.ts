import { send } from '../../../rpc/commands/client.ts';
import { keepWorkerOfPage } from '../../job-actions/keep-worker-of-page.ts';
import { requestParserPage } from '../../../browser/host-permission.ts';
import { readSetting, writeSetting } from '../../../browser/kept-settings.ts';
import { reportBug } from '../../../browser/report-bug.ts';
import { openDatabase } from '../../../database/database.ts';
import { live } from '../../../database/live.ts';
import type { Attempt } from '../../../ui/attempt.ts';
import { saveFile } from '../../../ui/save-file.ts';
import { createFileJobs } from '../state/file-jobs.ts';
import type { ImageChoice } from '../state/image-choice.ts';
import type { ReminderChoice } from '../state/reminder-choice.ts';
import { type Transfers, createTransfers } from '../state/transfer.ts';
import { keptSettings, restoreSettings } from './kept-settings.ts';
import { hasPassedFile, passedFile } from './passed-file.ts';
import { startFile } from './start-file.ts';

/** Backup and the way in, with the code for it loaded when it is needed. */
export function wireTransfers(reminder: ReminderChoice, images: ImageChoice): Transfers {
  const stores = { read: readSetting, write: writeSetting, local: localStorage };
  const transfers = createTransfers({
    backUp: async (progress, signal) => {
      const { backUp } = await import('./back-up.ts');
      const source = { database: await openDatabase(), settings: await keptSettings(stores) };
      const { fileName, archive } = await backUp(source, new Date(), progress, signal);
      saveFile(fileName, archive);
      return fileName;
    },
    onBackup: reminder.backedUp,
    previewFile: async (file, dates, progress, signal) => {
      const { previewFile } = await import('./preview-file.ts');
      return await previewFile(file, await openDatabase(), dates, progress, signal);
    },
    packFiles: async (files, signal) => {
      const { packFiles } = await import('./pack-files.ts');
      return await packFiles(files, signal);
    },
    startFile: (file, preview, mode, signal) =>
      startFile(file, preview, mode, {
        command: send,
        asked: requestParserPage(),
        restoreSettings: async (settings, how) => {
          await restoreSettings(stores, settings, how);
          reminder.start();
          images.start();
        },
        signal,
      }),
    reportBug,
  });
  if (hasPassedFile(location.search)) {
    transfers.previewFiles(passedFile(location.search));
    // Read once: a page that is loaded again, or kept as a bookmark, begins anew.
    history.replaceState(null, '', `${location.pathname}${location.hash}`);
  }
  return transfers;
}

/** The files that are being taken over, or were. */
export function wireFileJobs(attempt: Attempt, fail: (error: unknown) => void) {
  keepWorkerOfPage();
  return createFileJobs({ openDatabase, live, send, requestParserPage, attempt, fail });
}
