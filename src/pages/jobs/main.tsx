import { render } from 'preact';
import { send } from '../../messages/client.ts';
import { requestAccess, requestParserPage, requestTabs } from '../../platform/host-permission.ts';
import { reportBug } from '../../platform/report-bug.ts';
import { tabsOfWindow } from '../../platform/tabs.ts';
import { translate, uiLanguage } from '../../platform/translate.ts';
import { openDatabase } from '../../storage/database.ts';
import { live } from '../../storage/live.ts';
import { TranslationContext } from '../../ui/translation.ts';
import { startFolder } from '../folder/start-folder.ts';
import { takeList } from '../shelf/passed-list.ts';
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

/** Who looks at the progress sees it go on, whatever became of the worker meanwhile. */
const knock = () => void send('continueJobs', null).catch(reportBug);
knock();
setInterval(knock, 20_000);
startFolder();
