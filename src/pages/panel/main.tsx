import { beginPage } from '../../ui/begin-page.ts';
import { send } from '../../rpc/commands/client.ts';
import { openExtensionPage } from '../../browser/open-page.ts';
import { reportBug } from '../../browser/report-bug.ts';
import { openShortcutSettings, shortcuts } from '../../browser/shortcuts.ts';
import { createAnnouncer } from '../../ui/announcer.tsx';
import { createToasts } from '../../ui/toasts.ts';
import { openEarlyReads } from '../popup/state/early-reads.ts';
import { createKeptSearches } from '../popup/state/kept-searches.ts';
import { startFolder } from '../folder/start-folder.ts';
import { startMinutes } from './state/minutes.ts';
import { createPanel } from './state/panel.ts';
import { App } from './view/app.tsx';

const { translation, draw } = beginPage();

const panel = createPanel({
  loadStorage: () => import('../popup/state/storage.ts'),
  openEarly: openEarlyReads,
  send,
  openPage: (path) => void openExtensionPage(path).catch(reportBug),
  shortcuts,
  openShortcutSettings,
  searches: createKeptSearches(Date.now),
  copy: (text) => navigator.clipboard.writeText(text),
  reportBug,
  now: startMinutes(),
  translation,
  announcer: createAnnouncer(),
  toasts: createToasts(),
});
panel.start();

draw(<App panel={panel} />);
startFolder();
