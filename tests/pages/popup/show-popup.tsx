import { onTestFinished } from 'vitest';
import type { RecognizedPage } from '../../../src/core/clip/index-page.ts';
import type { CommandInput, CommandName, CommandOutput } from '../../../src/rpc/commands/contract.ts';
import type { PartTab } from '../../../src/browser/part-tab.ts';
import type { CurrentTab } from '../../../src/browser/current-tab.ts';
import '../../../src/pages/popup/popup.css';
import '../../../src/pages/popup/clip-list.css';
import '../../../src/pages/backup-reminder/backup-line.css';
import type { PopupDependencies } from '../../../src/pages/popup/state/dependencies.ts';
import * as storage from '../../../src/pages/popup/state/storage.ts';
import { createPopup } from '../../../src/pages/popup/state/popup.ts';
import { App } from '../../../src/pages/popup/view/app.tsx';
import type { Database } from '../../../src/database/database.ts';
import { createAnnouncer } from '../../../src/ui/announcer.tsx';
import { createToasts } from '../../../src/ui/toasts.ts';
import type { Translation } from '../../../src/ui/translation.ts';
import { makeArticle } from '../../factories/article.ts';
import { makeDatabase } from '../../factories/database.ts';
import { workerOver } from '../../factories/worker.ts';
import { show } from '../../ui/show.tsx';
import { english } from '../../ui/translations.ts';

export interface PopupWorld {
  readonly database?: Database;
  readonly openDatabase?: () => Promise<Database>;
  readonly tab?: CurrentTab | null;
  readonly extractTab?: PopupDependencies['extractTab'];
  readonly holdUnsentClip?: PopupDependencies['holdUnsentClip'];
  readonly partTab?: PartTab;
  /** Called before each command is carried out; what it throws or awaits happens to the command. */
  readonly beforeCommand?: (command: CommandName | 'a setting') => Promise<void> | void;
  readonly recognized?: RecognizedPage;
  /** What the page is, is told after this. */
  readonly recognizedAfter?: Promise<unknown>;
  /** The reader's answer to the question for access. */
  readonly allows?: boolean;
  /** The query that a popup on the same page closed with. */
  readonly lastQuery?: string;
  /** The keys that open the popup, as the browser says them. */
  readonly keys?: string;
  readonly hasPanel?: boolean;
  /** Something is selected on the page. */
  readonly isSelected?: boolean;
  readonly settings?: object;
  readonly now?: () => number;
  readonly translation?: Translation;
  /** Without it, the storage's code reads everything. */
  readonly openEarly?: PopupDependencies['openEarly'];
}

export const pageTab: CurrentTab = {
  id: 7,
  url: 'https://blog.example.com/2024/grpc?utm_source=feed',
  title: 'gRPC 负载均衡 | Example',
};

/**
 * The popup over a real database, with the worker's own commands carried out in the same page: only the browser's part
 * (the tab, the extractor, new tabs) is told by the test.
 */
export async function showPopup(world: PopupWorld = {}) {
  const database = world.database ?? (await makeDatabase());
  const worker = workerOver(database);
  const sent: { command: CommandName; input: unknown }[] = [];
  const opened: string[] = [];
  const copied: string[] = [];
  const recent: string[] = [];
  const kept: { readonly url: string; readonly query: string }[] = [];
  const tab = world.tab === undefined ? pageTab : world.tab;
  const bugs: unknown[] = [];
  const written: { readonly name: string; readonly value: object }[] = [];
  const files: { readonly name: string; readonly content: Blob }[] = [];

  async function send<Name extends CommandName>(
    command: Name,
    input: CommandInput<Name>,
  ): Promise<CommandOutput<Name>> {
    sent.push({ command, input });
    await world.beforeCommand?.(command);
    return await worker(command, input);
  }
  const dependencies: PopupDependencies = {
    loadStorage: () =>
      Promise.resolve({ ...storage, openDatabase: world.openDatabase ?? (() => Promise.resolve(database)) }),
    openEarly: world.openEarly ?? (() => Promise.resolve(null)),
    currentTab: () => Promise.resolve(tab),
    extractTab: world.extractTab ?? (() => Promise.resolve({ article: makeArticle(), source: null })),
    loadPartTab: () =>
      Promise.resolve(
        world.partTab ?? {
          list: () => Promise.resolve([]),
          choose: () => Promise.resolve(),
          pick: () => Promise.resolve(),
        },
      ),
    holdUnsentClip: world.holdUnsentClip ?? (() => () => undefined),
    closeSelf: () => void opened.push('the page'),
    onPage: {
      hasSelection: () => Promise.resolve(world.isSelected ?? false),
      showsByItself: () => Promise.resolve(false),
      setShowsByItself: () => Promise.resolve(),
    },
    recognizeTab: async () => {
      await world.recognizedAfter;
      return world.recognized ?? null;
    },
    requestAccess: () => Promise.resolve(world.allows ?? true),
    requestParserPage: () => Promise.resolve(true),
    send,
    openPage: (path) => void opened.push(path),
    openPanel: world.hasPanel === false ? null : () => void opened.push('the panel'),
    settings: {
      read: () => Promise.resolve(world.settings ?? {}),
      write: async (name, value) => {
        await world.beforeCommand?.('a setting');
        written.push({ name, value });
      },
    },
    keepStorage: () => Promise.resolve(true),
    saveFile: (name, content) => void files.push({ name, content }),
    reportBug: (error) => void bugs.push(error),
    now: world.now ?? Date.now,
    searches: {
      last: (url) => (url === tab?.url ? (world.lastQuery ?? '') : ''),
      keepLast: (url, query) => void kept.push({ url, query }),
      recent: () => recent,
      remember: (query) => void recent.unshift(query),
      forgetRecent: () => void recent.splice(0),
    },
    shortcuts: () =>
      Promise.resolve([{ name: '_execute_action', description: '', keys: world.keys ?? 'Alt+K' }]),
    openShortcutSettings: () => {
      opened.push('the keys');
      return Promise.resolve(true);
    },
    openAddress: (address) => void opened.push(address),
    copy: (text) => {
      copied.push(text);
      return Promise.resolve();
    },
    translation: world.translation ?? english,
    announcer: createAnnouncer(),
    toasts: createToasts(),
  };
  const popup = createPopup(dependencies);
  const root = show(<App popup={popup} />, dependencies.translation);
  root.className = 'popup';
  popup.start();
  onTestFinished(() => popup.tags.dropDraft());
  return {
    popup,
    root,
    database,
    sent,
    opened,
    bugs,
    files,
    written,
    copied,
    recent,
    kept,
    announcer: dependencies.announcer,
  };
}
