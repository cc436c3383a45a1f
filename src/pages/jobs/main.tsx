import { render } from 'preact';
import { send } from '../../messages/client.ts';
import { keepJobsGoing } from '../../messages/keep-jobs-going.ts';
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
keepJobsGoing(send, (knock) => void knock().catch(reportBug));
startFolder();
