import { onTestFinished } from 'vitest';
import '../../../src/pages/frame/frame.css';
import '../../../src/pages/library/style/library.css';
import type { Article } from '../../../src/core/clip/article.ts';
import { parseTags } from '../../../src/core/tag/tag.ts';
import { createListLook } from '../../../src/pages/frame/list-look.ts';
import { importAddress } from '../../../src/pages/library/state/import-files.ts';
import { LibraryContext, createLibrary } from '../../../src/pages/library/state/library.ts';
import { App } from '../../../src/pages/library/view/app.tsx';
import { saveClip } from '../../../src/database/clips/clip-writes.ts';
import type { Database } from '../../../src/database/database.ts';
import { createAnnouncer } from '../../../src/ui/announcer.tsx';
import { createToasts } from '../../../src/ui/toasts.ts';
import { createTheme } from '../../../src/ui/theme.ts';
import type { Translation } from '../../../src/ui/translation.ts';
import { makeArticle } from '../../factories/article.ts';
import { makeDatabase } from '../../factories/database.ts';
import { workerOver } from '../../factories/worker.ts';
import { show } from '../../ui/show.tsx';
import { english } from '../../ui/translations.ts';

const now = Date.UTC(2026, 5, 1);
const hour = 3_600_000;

export interface ShownLibrary {
  readonly database: Database;
  readonly visited: readonly string[];
  /** Addresses that were opened in tabs of their own. */
  readonly opened: readonly string[];
  readonly copied: readonly string[];
  readonly saved: readonly SavedFile[];
  /** Lists of addresses that were handed to the page that clips many. */
  readonly lists: readonly string[];
  readonly bugs: readonly unknown[];
  readonly written: readonly { readonly name: string; readonly value: object }[];
}

interface SavedFile {
  readonly name: string;
  readonly content: Blob;
}

export type MadeClip = Partial<Article> & { readonly id: string; readonly own?: readonly string[] };

/** The library page over a real database; commands are carried out as the worker would. The first clip is the newest. */
export async function showLibrary(
  clips: readonly MadeClip[],
  {
    search = '',
    translation = english,
    settings = {},
    beforeCommand,
    prepare,
  }: {
    search?: string;
    translation?: Translation;
    settings?: object;
    /** What it throws happens to the command. */
    beforeCommand?: (command: string) => void;
    /** What else the database holds. */
    prepare?: (database: Database) => Promise<unknown>;
  } = {},
): Promise<ShownLibrary> {
  // Loaded when the page has nothing else to do: a test that types at once would be faster.
  await import('../../../src/pages/library/view/dialogs.tsx');
  const database = await makeDatabase();
  for (const [index, { id, own = [], ...article }] of clips.entries()) {
    await saveClip(
      database,
      {
        article: makeArticle({ url: `https://blog.example.com/${id}`, title: id, ...article }),
        tags: parseTags(own),
        note: undefined,
        source: null,
      },
      { newId: id, now: now - (index + 1) * hour },
    );
  }
  await prepare?.(database);
  const before = location.href;
  history.replaceState(null, '', `${location.pathname}${search}`);
  onTestFinished(() => history.replaceState(null, '', before));
  sessionStorage.removeItem('list-look');
  const opened: string[] = [];
  const visited: string[] = [];
  const copied: string[] = [];
  const lists: string[] = [];
  const bugs: unknown[] = [];
  const written: { readonly name: string; readonly value: object }[] = [];
  const saved: SavedFile[] = [];
  const handle = workerOver(database);
  const library = createLibrary({
    openDatabase: () => Promise.resolve(database),
    send: async (command, input) => {
      beforeCommand?.(command);
      return await handle(command, input);
    },
    openTab: (address) => void opened.push(address),
    look: createListLook(sessionStorage),
    visit: (address) => void visited.push(address),
    clipList: (text) => void lists.push(text),
    importAddress,
    copy: (text, html) => Promise.resolve(void copied.push(html ?? text)),
    requestAccess: () => Promise.resolve(true),
    requestParserPage: () => Promise.resolve(true),
    settings: {
      read: () => Promise.resolve(settings),
      write: async (name, value) => {
        beforeCommand?.('a setting');
        await Promise.resolve();
        written.push({ name, value });
      },
    },
    loadExports: () => import('../../../src/pages/export/export-clips.ts'),
    saveFile: (name, content) => void saved.push({ name, content }),
    theme: createTheme(sessionStorage, document.documentElement),
    reportBug: (error) => void bugs.push(error),
    now: () => now,
    translation,
    announcer: createAnnouncer(),
    toasts: createToasts(),
  });
  library.store.open();
  library.backup.load();
  show(
    <LibraryContext.Provider value={library}>
      <App />
    </LibraryContext.Provider>,
    translation,
    'div',
  );
  return { database, opened, visited, copied, lists, saved, bugs, written };
}

/** Titles of the list, in its order. */
export function listed(): string[] {
  return [...document.querySelectorAll<HTMLElement>('.windowed-row')]
    .toSorted((a, b) => Number(a.dataset['index']) - Number(b.dataset['index']))
    .map((row) => row.querySelector('.row-title')?.textContent ?? '');
}
