import '../store/begin-opening.ts';
import { render } from 'preact';
import { send } from '../../rpc/commands/client.ts';
import { requestParserPage } from '../../browser/host-permission.ts';
import { readSetting, writeSetting } from '../../browser/kept-settings.ts';
import { reportBug } from '../../browser/report-bug.ts';
import { translate, uiLanguage } from '../../browser/translate.ts';
import { openDatabase } from '../../database/database.ts';
import { createAnnouncer } from '../../ui/announcer.tsx';
import { saveFile } from '../../ui/save-file.ts';
import { createToasts } from '../../ui/toasts.ts';
import { TranslationContext } from '../../ui/translation.ts';
import { startFolder } from '../folder/start-folder.ts';
import { passList } from '../job-actions/passed-list.ts';
import { LibraryContext, createLibrary } from './state/library.ts';
import { App } from './view/app.tsx';

const translation = { t: translate, language: uiLanguage() };
document.documentElement.lang = translation.language;

const library = createLibrary({
  openDatabase,
  send,
  visit: (address) => location.assign(address),
  clipList: (text) => {
    passList(sessionStorage, text);
    location.assign('../jobs/index.html');
  },
  copy: (text) => navigator.clipboard.writeText(text),
  requestParserPage,
  settings: { read: readSetting, write: writeSetting },
  loadExports: () => import('../export/export-clips.ts'),
  saveFile,
  reportBug,
  now: Date.now,
  translation,
  announcer: createAnnouncer(),
  toasts: createToasts(),
});
library.store.open();
library.backup.load();

const root = document.querySelector('#app');
if (root !== null) {
  root.replaceChildren();
  render(
    <TranslationContext.Provider value={translation}>
      <LibraryContext.Provider value={library}>
        <App />
      </LibraryContext.Provider>
    </TranslationContext.Provider>,
    root,
  );
}
startFolder();
