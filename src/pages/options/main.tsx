import { render } from 'preact';
import { send } from '../../messages/client.ts';
import { reportBug } from '../../platform/report-bug.ts';
import { openShortcutSettings, shortcuts } from '../../platform/shortcuts.ts';
import { grantedSites, withdrawSite } from '../../platform/site-access.ts';
import { translate, uiLanguage } from '../../platform/translate.ts';
import { openDatabase } from '../../storage/database.ts';
import { saveFile } from '../../ui/save-file.ts';
import { TranslationContext } from '../../ui/translation.ts';
import { createLibraryWork } from './state/library-work.ts';
import { createOptions } from './state/options.ts';
import { createImageChoice } from './state/image-choice.ts';
import { imageServices, workServices } from './state/services.ts';
import { createTransfers } from './state/transfer.ts';
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

const transfers = createTransfers({
  backUp: async (progress, signal) => {
    const { backUp } = await import('./transfer/back-up.ts');
    const { fileName, archive } = await backUp(await openDatabase(), new Date(), progress, signal);
    saveFile(fileName, archive);
    return fileName;
  },
  takeFile: async (file, progress, signal) => {
    const { takeFile } = await import('./transfer/take-file.ts');
    return await takeFile(file, send, Date.now(), progress, signal);
  },
  reportBug,
});

const images = createImageChoice(imageServices);
const work = createLibraryWork(workServices);

const root = document.querySelector('#app');
if (root !== null) {
  render(
    <TranslationContext.Provider value={translation}>
      <App options={options} transfers={transfers} images={images} work={work} />
    </TranslationContext.Provider>,
    root,
  );
}
options.start();
images.start();
work.start();
