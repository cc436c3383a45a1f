import { markdownFormKey } from '../../core/export-settings.ts';
import { openDatabase } from '../../database/database.ts';
import { openFolderRecord } from '../../database/transfer/folder-record.ts';
import { live } from '../../database/live.ts';
import { mayWrite } from '../../browser/directory-picker.ts';
import { reportBug } from '../../browser/report-bug.ts';
import { chosenForm } from '../export/chosen-form.ts';
import { writeFolder } from './write-folder.ts';

/** ms after a change: several of them make one pass. */
const restAfterChange = 1_000;

/**
 * Keeps the chosen folder up to date for as long as this page lives. One page of all that are open does; when it
 * closes, the next takes over.
 */
export async function keepFolder(): Promise<void> {
  await navigator.locks.request('clipshelf-folder', async () => {
    const database = await openDatabase();
    const record = await openFolderRecord();
    let stop = new AbortController();
    let wanted = false;
    let running = false;
    const run = async () => {
      running = true;
      while (wanted) {
        wanted = false;
        stop = new AbortController();
        const work = { database, record, mayWrite, form: chosenForm(), now: Date.now, report: reportBug };
        await writeFolder(work, stop.signal).catch(reportBug);
      }
      running = false;
    };
    const wake = () => {
      wanted = true;
      if (!running) void run();
    };
    let timer = setTimeout(wake);
    live(
      () => database.changes.count(),
      () => {
        clearTimeout(timer);
        timer = setTimeout(wake, restAfterChange);
      },
      reportBug,
    );
    // Another page has chosen another form.
    addEventListener('storage', ({ key }) => {
      if (key === markdownFormKey) wake();
    });
    live(
      () => record.folder.get('folder'),
      () => {
        stop.abort();
        wake();
      },
      reportBug,
    );
    // Held until the page is gone.
    return await new Promise<never>(() => undefined);
  });
}
