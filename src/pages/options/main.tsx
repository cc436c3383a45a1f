import { beginPage } from '../../ui/begin-page.ts';
import { reportBug } from '../../browser/report-bug.ts';
import { createAttempt, sayFailure } from '../../ui/attempt.ts';
import { createToasts } from '../../ui/toasts.ts';
import { createListLook } from '../frame/list-look.ts';
import { startFolder } from '../folder/start-folder.ts';
import { startSyncSign } from '../frame/start-sync-sign.ts';
import { createFolderChoice } from './state/folder-choice.ts';
import { createLibraryWork } from './state/library-work.ts';
import { createMarkdownChoice } from './state/markdown-choice.ts';
import { createOptions } from './state/options.ts';
import { wireProblemReport } from './state/wire-problem-report.ts';
import { createImageChoice } from './state/image-choice.ts';
import { createSyncChoice } from './state/sync-choice.ts';
import { createReminderChoice } from './state/reminder-choice.ts';
import * as services from './state/services.ts';
import { wireFileJobs, wireTransfers } from './transfer/wire-transfers.ts';
import { App } from './view/app.tsx';

const { translation, theme, draw } = beginPage();
document.title = translation.t('optionsTitle');

const toasts = createToasts();
const attempt = createAttempt({ toasts, translation, reportBug });
const fail = sayFailure({ toasts, translation, reportBug });
const options = createOptions({ ...services.optionsServices, attempt, fail });

const reminder = createReminderChoice({ ...services.reminderServices, attempt });
const folder = createFolderChoice({ ...services.folderServices, attempt, fail });
const images = createImageChoice({ ...services.imageServices, attempt });
const transfers = wireTransfers(reminder, images);
const fileJobs = wireFileJobs(attempt, fail);
const { version, reporting } = wireProblemReport(translation.language, attempt);
const sync = createSyncChoice({ ...services.syncServices, attempt, fail });
const work = createLibraryWork({ ...services.workServices, attempt }, fileJobs.views);
const markdown = createMarkdownChoice({ ...services.markdownServices, attempt });

draw(
  <App
    options={options}
    transfers={transfers}
    reminder={reminder}
    folder={folder}
    fileJobs={fileJobs}
    images={images}
    work={work}
    markdown={markdown}
    sync={sync}
    theme={theme}
    look={createListLook(localStorage)}
    runningJobs={work.runningJobs}
    version={version}
    reporting={reporting}
    toasts={toasts}
  />,
);
for (const part of [options, images, work, markdown, fileJobs, reminder, folder, sync]) part.start();
startFolder();
startSyncSign();
