import type { Article } from '../../../src/core/clip/article.ts';
import * as readingModules from '../../../src/pages/reader/state/reading-modules.ts';
import '../../../src/pages/frame/frame.css';
import '../../../src/pages/reader/style/reader.css';
import { createReaderActions } from '../../../src/pages/reader/state/actions.ts';
import { createReadingKeeper } from '../../../src/pages/reader/state/reading-keeper.ts';
import { selectedRange } from '../../../src/pages/reader/article/selected-range.ts';
import { createCopies } from '../../../src/pages/reader/state/copies.ts';
import { createTypography } from '../../../src/pages/reader/state/typography.ts';
import { watchNeighbours } from '../../../src/pages/reader/state/watch-neighbours.ts';
import * as workModules from '../../../src/pages/reader/state/work-modules.ts';
import { createClipWork } from '../../../src/pages/reader/state/work.ts';
import { exportClips } from '../../../src/pages/export/export-clips.ts';
import { openDatabase } from '../../../src/database/database.ts';
import { createTheme } from '../../../src/ui/theme.ts';
import { createToasts } from '../../../src/ui/toasts.ts';
import { createReader } from '../../../src/pages/reader/state/reader.ts';
import { ReaderPage } from '../../../src/pages/reader/view/reader-view.tsx';
import type { Database } from '../../../src/database/database.ts';
import { createAnnouncer } from '../../../src/ui/announcer.tsx';
import type { Translation } from '../../../src/ui/translation.ts';
import { makeArticle } from '../../factories/article.ts';
import { makeDatabase } from '../../factories/database.ts';
import { workerOver } from '../../factories/worker.ts';
import { eventually } from '../../factories/eventually.ts';
import { find, show } from '../../ui/show.tsx';
import { english } from '../../ui/translations.ts';
import { everyConstruct } from './every-construct.ts';

export interface ReaderContextDependencies {
  readonly article?: Partial<Article>;
  readonly clipId?: string;
  readonly block?: number;
  readonly openDatabase?: () => Promise<Database>;
  readonly copy?: (text: string, html?: string) => Promise<void>;
  readonly translation?: Translation;
  /** The answer to a question for access to sites. */
  readonly allows?: boolean;
  /** What the worker does of a job that redoes clips. */
  readonly reextract?: (database: Database) => Promise<void>;
  readonly source?: string;
  /** What it throws happens to the command. */
  readonly beforeCommand?: (command: string) => void;
  /** What else the database holds. */
  readonly prepare?: (database: Database, clipId: string) => Promise<unknown>;
}

/** The reader over a real database that holds one clip, stored by the worker's own command. */
export async function showReader(world: ReaderContextDependencies = {}) {
  // Loaded when the page has nothing else to do: a test that types at once would be faster.
  await import('../../../src/pages/reader/view/reader-dialogs.tsx');
  const database = await makeDatabase();
  const worker = workerOver(database);
  const send: typeof worker = async (command, input) => {
    world.beforeCommand?.(command);
    return await worker(command, input);
  };
  const { clipId } = await worker('saveArticle', {
    article: makeArticle({ html: everyConstruct, ...world.article }),
    tags: ['Go', '并发'],
    source: world.source ?? null,
  });
  await world.prepare?.(database, clipId);
  const copied: string[] = [];
  const goneTo: string[] = [];
  const asked: string[] = [];
  const announcer = createAnnouncer();
  const reportBug = (error: unknown) => {
    throw error;
  };
  const reader = createReader(world.clipId ?? clipId, {
    loadReadingModules: () =>
      Promise.resolve({
        ...readingModules,
        openDatabase: world.openDatabase ?? (() => Promise.resolve(database)),
      }),
    send,
    goTo: (id) => goneTo.push(id),
    reportBug: (error) => {
      throw error;
    },
  });
  const storage = sessionStorage;
  storage.clear();
  const toasts = createToasts();
  const copy =
    world.copy ?? ((text: string, html?: string) => Promise.resolve(void copied.push(html ?? text)));
  const actions = createReaderActions({
    reader,
    send,
    reportBug: (error) => {
      throw error;
    },
    toasts,
    translation: world.translation ?? english,
    copy,
    requestAccess: (urls) => {
      asked.push(...urls);
      return Promise.resolve(world.allows ?? true);
    },
    selected: () => selectedRange(document.querySelector('.article'), getSelection()),
    copies: createCopies(() => openDatabase(database.name)),
    openAddress: (address) => void goneTo.push(address),
  });
  const saved: { readonly name: string; readonly content: Blob }[] = [];
  const work = createClipWork({
    reader,
    actions,
    send: async (command, input) => {
      const output = await send(command, input);
      if (command === 'reextractClips') await world.reextract?.(database);
      return output;
    },
    reportBug: (error) => {
      throw error;
    },
    toasts,
    translation: world.translation ?? english,
    loadWorkModules: () =>
      Promise.resolve({ ...workModules, openDatabase: () => openDatabase(database.name) }),
    requestAccess: () => Promise.resolve(world.allows ?? true),
    requestParserPage: () => Promise.resolve(true),
    loadExports: () => Promise.resolve({ exportClips }),
    saveFile: (name, content) => void saved.push({ name, content }),
  });
  const root = show(
    <ReaderPage
      reader={reader}
      actions={actions}
      work={work}
      theme={createTheme(storage, document.documentElement)}
      typography={createTypography(storage, document.documentElement)}
      reading={createReadingKeeper(clipId, send)}
      neighbours={watchNeighbours(reader, clipId, '', { now: Date.now(), uiLanguage: 'en' })}
      toasts={toasts}
      block={world.block ?? null}
      copy={copy}
      announcer={announcer}
      now={Date.now}
      world={{ reader, send, reportBug, toasts, translation: world.translation ?? english, copy }}
    />,
    world.translation ?? english,
    'div',
  );
  reader.start();
  return { root, reader, database, send, clipId, copied, goneTo, asked, saved, announcer };
}

/** Waits for the dialog that a press opens: dialogs are loaded when the first one is. */
export function dialogOpens(): Promise<HTMLDialogElement> {
  return eventually(() => find('dialog[open]', HTMLDialogElement));
}
