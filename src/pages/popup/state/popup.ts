import { effect } from '@preact/signals';
import type { Announcer } from '../../../ui/announcer.tsx';
import type { Toasts } from '../../../ui/toasts.ts';
import { type BackupLine, createBackupLine } from '../../backup-reminder/backup-line.ts';
import { type Copying, createCopying } from './copying.ts';
import type { PopupDependencies } from './dependencies.ts';
import { type Doors, createDoors } from './doors.ts';
import { type PageHighlights, createPageHighlights } from './page-highlights.ts';
import { createDraftKeeper } from './draft.ts';
import type { KeptSearches } from './kept-searches.ts';
import { type Store, createStore } from './store.ts';
import { type Page, createPage } from './page.ts';
import { type PageParts, createPageParts } from './page-parts.ts';
import { type Note, createNote } from './note.ts';
import { downloadArticle } from './download-article.ts';
import { type PageChanges, watchPageChange } from './page-change.ts';
import { type Saving, createSaving } from './saving.ts';
import { type Posts, createPosts } from './posts.ts';
import { type ClipList, createClipList } from './clip-list.ts';
import { type Tags, createTags } from './tags.ts';

/** All that the popup shows and does. */
export interface Popup extends Doors, Saving {
  readonly store: Store;
  readonly page: Page;
  readonly tags: Tags;
  readonly note: Note;
  readonly changes: PageChanges;
  readonly copying: Copying;
  readonly highlights: PageHighlights;
  readonly parts: PageParts;
  readonly clipList: ClipList;
  readonly searches: KeptSearches;
  readonly toasts: Toasts;
  readonly announcer: Announcer;
  readonly now: () => number;
  readonly reportBug: (error: unknown) => void;
  /** Hands the article's text to the browser to save, where the library has no room for it. */
  readonly download: () => void;
  readonly posts: Posts;
  readonly clipPosts: () => void;
  readonly keepList: () => void;
  /** null where the browser has no place beside the page. */
  readonly openPanel: (() => void) | null;
  readonly backup: BackupLine;
  /** Writes at once what waits to be written: the popup may be gone in the next moment. */
  readonly flush: () => void;
}

/** Nothing happens before `start`: state can be made, and drawn, at once. */
export function createPopup(dependencies: PopupDependencies): Popup & { readonly start: () => void } {
  const { announcer, toasts, now } = dependencies;
  const store = createStore(dependencies);
  const page = createPage(dependencies, store);
  const draft = createDraftKeeper(dependencies, store);
  const tags = createTags(dependencies, store, page, draft);
  const note = createNote(dependencies, store, page, draft);
  const clipList = createClipList(dependencies, store);
  comeBack(dependencies, page, clipList);

  const backup = createBackupLine(dependencies, store);
  const posts = createPosts(dependencies, { store, page, isBegun: () => note.wanted.peek() });
  return {
    store,
    page,
    tags,
    note,
    changes: watchPageChange(store, page),
    copying: createCopying(dependencies, page),
    highlights: createPageHighlights(dependencies, page),
    parts: createPageParts(dependencies, page),
    clipList,
    searches: dependencies.searches,
    toasts,
    announcer,
    now,
    reportBug: dependencies.reportBug,
    ...createSaving(dependencies, { page, tags, note, clipList }),
    download: () => {
      const reading = page.reading.peek();
      if (reading.kind === 'read') downloadArticle(reading.article, dependencies.saveFile);
    },
    posts,
    clipPosts: () => posts.clip(tags.commit(), tags.clearDraft),
    keepList: () => posts.keepList(tags.commit(), tags.clearDraft),
    ...createDoors(dependencies),
    openPanel: dependencies.openPanel,
    backup,
    flush: () => {
      draft.flush();
      note.flush();
    },
    start: () => {
      store.open();
      page.read('page');
      backup.load();
    },
  };
}

/** A popup that closed too early comes back with its query, on the page where it was asked. */
function comeBack({ searches }: PopupDependencies, page: Page, { search }: ClipList): void {
  let came = false;
  effect(() => {
    const url = page.tab.value?.url;
    const query = search.query.value;
    if (url === undefined) return;
    if (came || query !== '') {
      came = true;
      searches.keepLast(url, query);
      return;
    }
    came = true;
    const last = searches.last(url);
    if (last !== '') search.setQuery(last);
  });
}
