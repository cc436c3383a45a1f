import { type ReadonlySignal, signal } from '@preact/signals';
import type { Announcer } from '../../../ui/announcer.tsx';
import { createAttempt } from '../../../ui/attempt.ts';
import type { Toasts } from '../../../ui/toasts.ts';
import type { PopupDependencies, ListDependencies } from '../../popup/state/dependencies.ts';
import type { KeptSearches } from '../../popup/state/kept-searches.ts';
import { type Store, createStore } from '../../popup/state/store.ts';
import { type ClipList, createClipList } from '../../popup/state/clip-list.ts';
import { type TagFilters, createTagFilters } from './tag-filters.ts';

/** All that the panel needs of the world. */
export interface PanelDependencies
  extends
    ListDependencies,
    Pick<PopupDependencies, 'loadStorage' | 'openEarly' | 'shortcuts' | 'openShortcutSettings'> {}

/** The popup's list, beside the page and there to stay. */
export interface Panel {
  readonly store: Store;
  readonly clipList: ClipList;
  readonly tags: TagFilters;
  /** The keys that clip at once, or else those that open the popup, as the browser writes them; empty where there are none. */
  readonly clipKeys: ReadonlySignal<string>;
  readonly toasts: Toasts;
  readonly announcer: Announcer;
  readonly now: () => number;
  readonly searches: KeptSearches;
  readonly openSettings: () => void;
  readonly changeKeys: () => void;
}

export function createPanel(dependencies: PanelDependencies): Panel & { readonly start: () => void } {
  const { toasts, announcer, now, openPage, reportBug } = dependencies;
  const store = createStore(dependencies);
  const clipList = createClipList(dependencies, store);
  const clipKeys = signal('');
  const readKeys = async () => {
    const all = await dependencies.shortcuts();
    const keysOf = (command: string) => all.find(({ name }) => name === command)?.keys ?? '';
    clipKeys.value = keysOf('clip-silently') || keysOf('_execute_action');
  };
  return {
    store,
    clipList,
    tags: createTagFilters(store, clipList.search, now),
    clipKeys,
    toasts,
    announcer,
    now,
    searches: dependencies.searches,
    openSettings: () => openPage('pages/options/index.html'),
    changeKeys: () => createAttempt(dependencies)(dependencies.openShortcutSettings),
    start: () => {
      store.open();
      readKeys().catch(reportBug);
    },
  };
}
