import { beginPage } from '../../ui/begin-page.ts';
import { send } from '../../rpc/commands/client.ts';
import { currentTab } from '../../browser/current-tab.ts';
import { extractTab } from '../../browser/extract-tab.ts';
import { setShowsHighlights, showsHighlights } from '../../browser/highlight-sites.ts';
import { hasSelection } from '../../browser/highlight-tab.ts';
import { requestAccess, requestParserPage } from '../../browser/host-permission.ts';
import { readSetting, writeSetting } from '../../browser/kept-settings.ts';
import { openAddress } from '../../browser/open-page.ts';
import { holdUnsentClip } from '../../browser/unsent-clip.ts';
import { closePopup, openFromPopup } from '../../browser/open-from-popup.ts';
import { sidePanelOpener } from '../../browser/side-panel.ts';
import { recognizeTab } from '../../browser/recognize-tab.ts';
import { reportBug } from '../../browser/report-bug.ts';
import { openShortcutSettings, shortcuts } from '../../browser/shortcuts.ts';
import { createAnnouncer } from '../../ui/announcer.tsx';
import { copyToClipboard } from '../../ui/clipboard.ts';
import { saveFile } from '../../ui/save-file.ts';
import { createToasts } from '../../ui/toasts.ts';
import { openEarlyReads } from './state/early-reads.ts';
import { createKeptSearches } from './state/kept-searches.ts';
import { createPopup } from './state/popup.ts';
import { App } from './view/app.tsx';

const { translation, draw } = beginPage();

const openPanel = sidePanelOpener();
const popup = createPopup({
  loadStorage: () => import('./state/storage.ts'),
  openEarly: openEarlyReads,
  currentTab,
  extractTab,
  loadPartTab: async () => (await import('../../browser/part-tab.ts')).partTab,
  holdUnsentClip,
  closeSelf: closePopup,
  recognizeTab,
  onPage: { hasSelection, showsByItself: showsHighlights, setShowsByItself: setShowsHighlights },
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
  searches: createKeptSearches(Date.now),
  shortcuts,
  openShortcutSettings,
  copy: copyToClipboard,
  openAddress: (address) => void openAddress(address).catch(reportBug),
  translation,
  announcer: createAnnouncer(),
  toasts: createToasts(),
});

// The database and the page are asked while the first frame is drawn.
popup.start();

draw(<App popup={popup} />);
addEventListener('pagehide', popup.flush);
document.addEventListener('visibilitychange', popup.flush);
