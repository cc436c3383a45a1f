import { beginPage } from '../../ui/begin-page.ts';
import { send } from '../../rpc/commands/client.ts';
import { keepWorkerOfPage } from '../job-actions/keep-worker-of-page.ts';
import { requestAccess, requestParserPage, requestTabs } from '../../browser/host-permission.ts';
import { reportBug } from '../../browser/report-bug.ts';
import { tabsOfWindow } from '../../browser/tabs.ts';
import { openDatabase } from '../../database/database.ts';
import { live } from '../../database/live.ts';
import { createToasts } from '../../ui/toasts.ts';
import { startFolder } from '../folder/start-folder.ts';
import { startSyncSign } from '../frame/start-sync-sign.ts';
import { takeList } from '../job-actions/passed-list.ts';
import { createJobsPage } from './state/jobs-page.ts';
import { tabChoice } from './state/tab-choice.ts';
import { App } from './view/app.tsx';

const { translation, draw } = beginPage();
document.title = translation.t('jobsTitle');

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

draw(<App page={page} />);
page.setText(takeList(sessionStorage));
page.start();
keepWorkerOfPage();
startFolder();
startSyncSign();
