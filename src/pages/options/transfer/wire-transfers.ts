import { send } from '../../../messages/client.ts';
import { requestParserPage } from '../../../platform/host-permission.ts';
import { reportBug } from '../../../platform/report-bug.ts';
import { openDatabase } from '../../../storage/database.ts';
import { live } from '../../../storage/live.ts';
import { saveFile } from '../../../ui/save-file.ts';
import { createFileJobs } from '../state/file-jobs.ts';
import type { ReminderChoice } from '../state/reminder-choice.ts';
import { type Transfers, createTransfers } from '../state/transfer.ts';
import { startFile } from './start-file.ts';

/** Backup and the way in, with the code for it loaded when it is needed. */
export function wireTransfers(reminder: ReminderChoice): Transfers {
  return createTransfers({
    backUp: async (progress, signal) => {
      const { backUp } = await import('./back-up.ts');
      const { fileName, archive } = await backUp(await openDatabase(), new Date(), progress, signal);
      saveFile(fileName, archive);
      return fileName;
    },
    onBackup: reminder.backedUp,
    previewFile: async (file, progress, signal) => {
      const { previewFile } = await import('./preview-file.ts');
      return await previewFile(file, await openDatabase(), progress, signal);
    },
    startFile: (file, preview, mode, signal) =>
      startFile(file, preview, mode, { command: send, asked: requestParserPage(), signal }),
    reportBug,
  });
}

const knocksEvery = 20_000;

/** The files that are being taken over. Who looks at them sees them go on, whatever became of the worker meanwhile. */
export function wireFileJobs() {
  const knock = () => void send('continueJobs', null).catch(reportBug);
  knock();
  setInterval(knock, knocksEvery);
  return createFileJobs({ openDatabase, live, send, requestParserPage, reportBug });
}
