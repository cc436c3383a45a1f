import { type ReadonlySignal, signal } from '@preact/signals';
import type { Shortcut } from '../../../browser/shortcuts.ts';
import type { Announcer } from '../../../ui/announcer.tsx';
import type { Toasts } from '../../../ui/toasts.ts';
import type { PopupDependencies, ListDependencies } from '../../popup/state/dependencies.ts';
import { type Store, createStore } from '../../popup/state/store.ts';
import { type ClipList, createClipList } from '../../popup/state/clip-list.ts';
import { type TagFilters, createTagFilters } from './tag-filters.ts';

/** All that the panel needs of the world. */
export interface PanelDependencies
  extends Omit<ListDependencies, 'lastQuery'>, Pick<PopupDependencies, 'loadStorage'> {
  readonly shortcuts: () => Promise<readonly Shortcut[]>;
}

/** The popup's list, beside the page and there to stay. */
export interface Panel {
  readonly store: Store;
  readonly clipList: ClipList;
  readonly tags: TagFilters;
  /** The keys that open the popup, as the browser writes them; empty where there are none. */
  readonly clipKeys: ReadonlySignal<string>;
  readonly toasts: Toasts;
  readonly announcer: Announcer;
  readonly now: () => number;
  readonly openLibrary: () => void;
}

/** It stays open, so there is no query to come back to. */
const noLastQuery = { load: () => '', keep: () => undefined };

export function createPanel(dependencies: PanelDependencies): Panel & { readonly start: () => void } {
  const { toasts, announcer, now, openPage, reportBug } = dependencies;
  const store = createStore(dependencies);
  const clipList = createClipList({ ...dependencies, lastQuery: noLastQuery }, store);
  const clipKeys = signal('');
  const readKeys = async () => {
    const all = await dependencies.shortcuts();
    clipKeys.value = all.find(({ name }) => name === '_execute_action')?.keys ?? '';
  };
  return {
    store,
    clipList,
    tags: createTagFilters(store, clipList.search, now),
    clipKeys,
    toasts,
    announcer,
    now,
    openLibrary: () => openPage('pages/library/index.html'),
    start: () => {
      store.open();
      readKeys().catch(reportBug);
    },
  };
}
