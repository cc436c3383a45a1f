import { render } from 'preact';
import { reportBug } from '../../browser/report-bug.ts';
import { openShortcutSettings, shortcuts } from '../../browser/shortcuts.ts';
import { grantedSites, withdrawSite } from '../../browser/site-access.ts';
import { translate, uiLanguage } from '../../browser/translate.ts';
import { openDatabase } from '../../database/database.ts';
import { TranslationContext } from '../../ui/translation.ts';
import { startFolder } from '../folder/start-folder.ts';
import { createFolderChoice } from './state/folder-choice.ts';
import { createLibraryWork } from './state/library-work.ts';
import { createOptions } from './state/options.ts';
import { createImageChoice } from './state/image-choice.ts';
import { createReminderChoice } from './state/reminder-choice.ts';
import { folderServices, imageServices, reminderServices, workServices } from './state/services.ts';
import { wireFileJobs, wireTransfers } from './transfer/wire-transfers.ts';
import { App } from './view/app.tsx';

const translation = { t: translate, language: uiLanguage() };
document.documentElement.lang = translation.language;
document.title = translate('optionsTitle');

const options = createOptions({
  openDatabase,
  estimate: async () => (await navigator.storage.estimate()).usage ?? null,
  isPersisted: () => navigator.storage.persisted(),
  persist: () => navigator.storage.persist(),
  shortcuts,
  openShortcutSettings,
  grantedSites,
  withdrawSite,
  reportBug,
});

const reminder = createReminderChoice(reminderServices);
const folder = createFolderChoice(folderServices);
const images = createImageChoice(imageServices);
const transfers = wireTransfers(reminder, images);
const fileJobs = wireFileJobs();
const work = createLibraryWork(workServices);

const root = document.querySelector('#app');
if (root !== null) {
  render(
    <TranslationContext.Provider value={translation}>
      <App
        options={options}
        transfers={transfers}
        reminder={reminder}
        folder={folder}
        fileJobs={fileJobs}
        images={images}
        work={work}
      />
    </TranslationContext.Provider>,
    root,
  );
}
options.start();
images.start();
work.start();
fileJobs.start();
reminder.start();
folder.start();
startFolder();
