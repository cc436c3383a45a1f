import { beginPage } from '../../ui/begin-page.ts';
import { send } from '../../rpc/commands/client.ts';
import { reportBug } from '../../browser/report-bug.ts';
import { openShortcutSettings, shortcuts } from '../../browser/shortcuts.ts';
import { createAttempt } from '../../ui/attempt.ts';
import { createToasts } from '../../ui/toasts.ts';
import { createWelcome } from './state/welcome.ts';
import { App } from './view/app.tsx';

const { translation, draw } = beginPage();
document.title = translation.t('welcomeTitle');
const toasts = createToasts();
const welcome = createWelcome({
  send,
  shortcuts,
  openShortcutSettings,
  translation,
  visit: (address) => location.assign(address),
  attempt: createAttempt({ toasts, translation, reportBug }),
});
welcome.start();
draw(<App welcome={welcome} toasts={toasts} />);
