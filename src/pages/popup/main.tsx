import '../shelf/begin-opening.ts';
import { render } from 'preact';
import { send } from '../../messages/client.ts';
import { currentTab } from '../../platform/current-tab.ts';
import { extractTab } from '../../platform/extract-tab.ts';
import { requestAccess, requestParserPage } from '../../platform/host-permission.ts';
import { readSetting, writeSetting } from '../../platform/kept-settings.ts';
import { closePopup, openFromPopup } from '../../platform/open-from-popup.ts';
import { sidePanelOpener } from '../../platform/side-panel.ts';
import { recognizeTab } from '../../platform/recognize-tab.ts';
import { reportBug } from '../../platform/report-bug.ts';
import { translate, uiLanguage } from '../../platform/translate.ts';
import { createAnnouncer } from '../../ui/announcer.tsx';
import { saveFile } from '../../ui/save-file.ts';
import { createToasts } from '../../ui/toasts.ts';
import { TranslationContext } from '../../ui/translation.ts';
import { keepLastQuery, loadLastQuery } from './state/last-query.ts';
import { createPopup } from './state/popup.ts';
import { App } from './view/app.tsx';

const translation = { t: translate, language: uiLanguage() };
document.documentElement.lang = translation.language;

const openPanel = sidePanelOpener();
const popup = createPopup({
  loadStorage: () => import('./state/storage.ts'),
  currentTab,
  extractTab: (tabId) => extractTab(tabId),
  recognizeTab,
  requestAccess,
  requestParserPage,
  send,
  openPage: (path) => void openFromPopup(path).catch(reportBug),
  openPanel: openPanel === null ? null : () => void openPanel().then(closePopup).catch(reportBug),
  settings: { read: readSetting, write: writeSetting },
  keepStorage: async () => (await navigator.storage.persisted()) || (await navigator.storage.persist()),
  saveFile,
  reportBug,
  now: Date.now,
  lastQuery: { load: () => loadLastQuery(Date.now()), keep: (query) => keepLastQuery(query, Date.now()) },
  translation,
  announcer: createAnnouncer(),
  toasts: createToasts(),
});

// The database and the page are asked while the first frame is drawn.
popup.start();

const root = document.querySelector('#app');
if (root !== null) {
  root.replaceChildren();
  render(
    <TranslationContext.Provider value={translation}>
      <App popup={popup} />
    </TranslationContext.Provider>,
    root,
  );
}
addEventListener('pagehide', popup.tags.flushDraft);
document.addEventListener('visibilitychange', popup.tags.flushDraft);
