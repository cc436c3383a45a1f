import { type ReadonlySignal, signal } from '@preact/signals';
import type { Shortcut } from '../../../platform/shortcuts.ts';
import type { Announcer } from '../../../ui/announcer.tsx';
import type { Toasts } from '../../../ui/toasts.ts';
import type { PopupDependencies, ShelfDependencies } from '../../popup/state/dependencies.ts';
import { type Library, createLibrary } from '../../popup/state/library.ts';
import { type Shelf, createShelf } from '../../popup/state/shelf.ts';
import { type TagFilters, createTagFilters } from './tag-filters.ts';

/** All that the panel needs of the world. */
export interface PanelDependencies
  extends Omit<ShelfDependencies, 'lastQuery'>, Pick<PopupDependencies, 'loadStorage'> {
  readonly shortcuts: () => Promise<readonly Shortcut[]>;
}

/** The popup's list, beside the page and there to stay. */
export interface Panel {
  readonly library: Library;
  readonly shelf: Shelf;
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
  const library = createLibrary(dependencies);
  const shelf = createShelf({ ...dependencies, lastQuery: noLastQuery }, library);
  const clipKeys = signal('');
  const readKeys = async () => {
    const all = await dependencies.shortcuts();
    clipKeys.value = all.find(({ name }) => name === '_execute_action')?.keys ?? '';
  };
  return {
    library,
    shelf,
    tags: createTagFilters(library, shelf.search, now),
    clipKeys,
    toasts,
    announcer,
    now,
    openLibrary: () => openPage('pages/library/index.html'),
    start: () => {
      library.open();
      readKeys().catch(reportBug);
    },
  };
}
