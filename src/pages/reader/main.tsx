import { beginPage } from '../../ui/begin-page.ts';
import { send } from '../../rpc/commands/client.ts';
import { reportBug } from '../../browser/report-bug.ts';
import { createAnnouncer } from '../../ui/announcer.tsx';
import { copyToClipboard } from '../../ui/clipboard.ts';
import { createToasts } from '../../ui/toasts.ts';
import { startFolder } from '../folder/start-folder.ts';
import { startSyncSign } from '../frame/start-sync-sign.ts';
import { parseReaderAddress, readerSearch } from './state/router.ts';
import { createReaderActions } from './state/actions.ts';
import { createReader, whenShown } from './state/reader.ts';
import { createReadingKeeper } from './state/reading-keeper.ts';
import { services } from './state/services.ts';
import { createTypography } from './state/typography.ts';
import { watchNeighbours } from './state/watch-neighbours.ts';
import { createClipWork } from './state/work.ts';
import { ReaderPage } from './view/reader-view.tsx';

const { translation, theme, draw } = beginPage();

const { clipId, block, list, showsChanges } = parseReaderAddress(location.search);
const typography = createTypography(localStorage, document.documentElement);
const toasts = createToasts();
const copy = copyToClipboard;
const clock = { now: Date.now(), uiLanguage: translation.language };
const reader = createReader(clipId, {
  loadReadingModules: () => import('./state/reading-modules.ts'),
  send,
  goTo: (id) => location.replace(`?${readerSearch(location.search, id)}`),
  reportBug,
});
reader.start();
const world = { reader, send, reportBug, toasts, translation, copy, ...services };
const actions = createReaderActions(world);

const reading = createReadingKeeper(clipId, send);
addEventListener('pagehide', reading.flush);
document.addEventListener('visibilitychange', reading.flush);
const work = createClipWork({ ...world, actions });
if (showsChanges) whenShown(reader, work.versions.show);

draw(
  <ReaderPage
    reader={reader}
    actions={actions}
    work={work}
    theme={theme}
    typography={typography}
    reading={reading}
    neighbours={watchNeighbours(reader, clipId, list, clock)}
    toasts={toasts}
    block={block}
    copy={copy}
    announcer={createAnnouncer()}
    now={Date.now}
    world={world}
  />,
);
startFolder();
startSyncSign();
