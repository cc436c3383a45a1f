import { beginPage } from '../../ui/begin-page.ts';
import { send } from '../../rpc/commands/client.ts';
import { requestAccess, requestParserPage } from '../../browser/host-permission.ts';
import { readSetting, writeSetting } from '../../browser/kept-settings.ts';
import { openTab } from '../../browser/open-page.ts';
import { reportBug } from '../../browser/report-bug.ts';
import { openDatabase } from '../../database/database.ts';
import { createAnnouncer } from '../../ui/announcer.tsx';
import { copyToClipboard } from '../../ui/clipboard.ts';
import { saveFile } from '../../ui/save-file.ts';
import { createToasts } from '../../ui/toasts.ts';
import { startFolder } from '../folder/start-folder.ts';
import { startSyncSign } from '../frame/start-sync-sign.ts';
import { createListLook } from '../frame/list-look.ts';
import { passList } from '../job-actions/passed-list.ts';
import { importAddress } from './state/import-files.ts';
import { LibraryContext, createLibrary } from './state/library.ts';
import { App } from './view/app.tsx';

const { translation, theme, draw } = beginPage();

const library = createLibrary({
  openDatabase,
  send,
  openTab: (address) => void openTab(address).catch(reportBug),
  look: createListLook(localStorage),
  visit: (address) => location.assign(address),
  clipList: (text) => {
    passList(sessionStorage, text);
    location.assign('../jobs/index.html');
  },
  importAddress,
  copy: copyToClipboard,
  requestAccess,
  requestParserPage,
  settings: { read: readSetting, write: writeSetting },
  loadExports: () => import('../export/export-clips.ts'),
  saveFile,
  theme,
  reportBug,
  now: Date.now,
  translation,
  announcer: createAnnouncer(),
  toasts: createToasts(),
});
library.store.open();
library.backup.load();

draw(
  <LibraryContext.Provider value={library}>
    <App />
  </LibraryContext.Provider>,
);
startFolder();
startSyncSign();
