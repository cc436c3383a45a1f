import { render } from 'preact';
import { send } from '../../messages/client.ts';
import { reportBug } from '../../platform/report-bug.ts';
import { translate, uiLanguage } from '../../platform/translate.ts';
import { createAnnouncer } from '../../ui/announcer.tsx';
import { TranslationContext } from '../../ui/translation.ts';
import { parseReaderAddress } from './state/address.ts';
import { createReader } from './state/reader.ts';
import { ReaderPage } from './view/reader-view.tsx';

const translation = { t: translate, language: uiLanguage() };
document.documentElement.lang = translation.language;

const { clipId, block } = parseReaderAddress(location.search);
const reader = createReader(clipId, {
  loadReadingRoom: () => import('./state/reading-room.ts'),
  send,
  reportBug,
});
reader.start();

const root = document.querySelector('#app');
if (root !== null) {
  root.replaceChildren();
  render(
    <TranslationContext.Provider value={translation}>
      <ReaderPage
        reader={reader}
        block={block}
        copy={(text) => navigator.clipboard.writeText(text)}
        announcer={createAnnouncer()}
        now={Date.now}
      />
    </TranslationContext.Provider>,
    root,
  );
}
