import { render } from 'preact';
import { send } from '../../rpc/commands/client.ts';
import { keepWorkerAlive } from '../job-actions/keep-worker-alive.ts';
import { requestAccess, requestParserPage, requestTabs } from '../../browser/host-permission.ts';
import { reportBug } from '../../browser/report-bug.ts';
import { tabsOfWindow } from '../../browser/tabs.ts';
import { translate, uiLanguage } from '../../browser/translate.ts';
import { openDatabase } from '../../database/database.ts';
import { live } from '../../database/live.ts';
import { createToasts } from '../../ui/toasts.ts';
import { TranslationContext } from '../../ui/translation.ts';
import { startFolder } from '../folder/start-folder.ts';
import { takeList } from '../job-actions/passed-list.ts';
import { createJobsPage } from './state/jobs-page.ts';
import { tabChoice } from './state/tab-choice.ts';
import { App } from './view/app.tsx';

const translation = { t: translate, language: uiLanguage() };
document.documentElement.lang = translation.language;
document.title = translate('jobsTitle');

const page = createJobsPage(
  {
    openDatabase,
    live,
    send,
    requestAccess,
    requestParserPage,
    requestTabs,
    tabsOfWindow,
    reportBug,
    translation,
    toasts: createToasts(),
  },
  tabChoice(location.hash),
);

const root = document.querySelector('#app');
if (root !== null) {
  render(
    <TranslationContext.Provider value={translation}>
      <App page={page} />
    </TranslationContext.Provider>,
    root,
  );
}
page.setText(takeList(sessionStorage));
page.start();
keepWorkerAlive(send, (ping) => void ping().catch(reportBug));
startFolder();
