import type { MessageKey } from '../../../browser/translate.ts';
import type { Announcer } from '../../../ui/announcer.tsx';
import type { Toasts } from '../../../ui/toasts.ts';
import { type BackupLine, createBackupLine } from '../../backup-reminder/backup-line.ts';
import type { PopupDependencies } from './dependencies.ts';
import { type Store, createStore } from './store.ts';
import { type Page, createPage } from './page.ts';
import { downloadArticle } from './download-article.ts';
import type { Done } from './page-view.ts';
import { type Posts, createPosts } from './posts.ts';
import { type ClipList, createClipList, readerPath } from './clip-list.ts';
import { type Tags, createTags } from './tags.ts';

/** All that the popup shows and does. */
export interface Popup {
  readonly store: Store;
  readonly page: Page;
  readonly tags: Tags;
  readonly clipList: ClipList;
  readonly toasts: Toasts;
  readonly announcer: Announcer;
  readonly now: () => number;
  readonly clip: () => void;
  readonly update: () => void;
  readonly saveLink: () => void;
  /** Hands the article's text to the browser to save, where the library has no room for it. */
  readonly download: () => void;
  readonly posts: Posts;
  readonly clipPosts: () => void;
  readonly keepList: () => void;
  readonly openJob: (jobId: string) => void;
  readonly openClip: (clipId: string) => void;
  readonly openLibrary: () => void;
  /** null where the browser has no place beside the page. */
  readonly openPanel: (() => void) | null;
  readonly backup: BackupLine;
  readonly openBackup: () => void;
}

export const doneTexts = {
  saved: 'pageSaved',
  updated: 'pageUpdated',
  'link-saved': 'pageLinkSaved',
  'text-saved': 'pageTextSaved',
} as const satisfies Record<Done, MessageKey>;

/** Nothing happens before `start`: state can be made, and drawn, at once. */
export function createPopup(dependencies: PopupDependencies): Popup & { readonly start: () => void } {
  const { announcer, toasts, now, openPage, translation } = dependencies;
  const store = createStore(dependencies);
  const page = createPage(dependencies, store);
  const tags = createTags(dependencies, store, page);

  const backup = createBackupLine(dependencies, store);
  const posts = createPosts(dependencies, store, page);
  /** The tags as they are typed, before anything is waited for: permission is asked within the gesture. */
  const takeTags = () => {
    const chosen = tags.commit();
    tags.clearDraft();
    return chosen;
  };

  const storeClip = async (command: (chosen: readonly string[]) => Promise<unknown>) => {
    const chosen = tags.commit();
    tags.dropDraft();
    const result = await command(chosen);
    if (result === null) tags.keepDraft();
    else {
      tags.clearDraft();
      void dependencies.keepStorage().catch(dependencies.reportBug);
    }
    announce();
  };
  const announce = () => {
    const view = page.view.peek();
    if (view.kind === 'clipped' && view.done !== null) announcer.say(translation.t(doneTexts[view.done]));
  };

  return {
    store,
    page,
    tags,
    clipList: createClipList(dependencies, store),
    toasts,
    announcer,
    now,
    clip: () => void storeClip((chosen) => page.save(chosen.length === 0 ? null : chosen)),
    update: () => void page.save(null).then(announce),
    saveLink: () => void storeClip(page.saveLink),
    download: () => {
      const reading = page.reading.peek();
      if (reading.kind === 'read') downloadArticle(reading.article, dependencies.saveFile);
    },
    posts,
    clipPosts: () => posts.clip(takeTags()),
    keepList: () => posts.keepList(takeTags()),
    openJob: (jobId) => openPage(`pages/jobs/index.html#${jobId}`),
    openClip: (clipId) => openPage(readerPath(clipId)),
    openLibrary: () => openPage('pages/library/index.html'),
    openPanel: dependencies.openPanel,
    backup,
    openBackup: () => openPage('pages/options/index.html#transfer'),
    start: () => {
      store.open();
      page.read();
      backup.load();
    },
  };
}
