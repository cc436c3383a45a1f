import { type ReadonlySignal, effect, signal, untracked } from '@preact/signals';
import type { Clip } from '../../../core/clip/clip.ts';
import type { Database } from '../../../database/database.ts';
import type { OpenStore } from '../../store/open-store.ts';
import type { Results } from './results.ts';

/** What is found in the clips of the list (code blocks, highlights), read a page at a time as the user scrolls. */
export interface PagedList<Item> {
  readonly shown: ReadonlySignal<readonly Item[]>;
  /** Whether all clips have been looked at. */
  readonly done: ReadonlySignal<boolean>;
  /** Read only while their view is shown. Returns what ends it. */
  readonly start: () => () => void;
  readonly more: () => void;
}

export interface PageOfList<Item> {
  readonly items: readonly Item[];
  /** Index of the first clip that was not looked at. */
  readonly looked: number;
}

export interface PagedListDependencies<Item> {
  readonly store: OpenStore;
  readonly results: Pick<Results, 'busy'>;
  /** The clips to look into, in the order of the list; a new list is read from its start. */
  readonly clips: ReadonlySignal<readonly Clip[]>;
  readonly read: (
    database: Database,
    clips: readonly Clip[],
    options: { readonly from: number; readonly signal: AbortSignal },
  ) => Promise<PageOfList<Item>>;
  readonly reportBug: (error: unknown) => void;
}

/** A newer reading ends the one before; nothing is read before `start`. */
export function createPagedList<Item>(dependencies: PagedListDependencies<Item>): PagedList<Item> {
  const { store, results, clips, read, reportBug } = dependencies;
  const shown = signal<readonly Item[]>([]);
  const done = signal(false);
  let looked = 0;
  let begun = false;
  let reading: AbortController | null = null;

  const take = async (controller: AbortController, fresh: boolean) => {
    const { signal: stop } = controller;
    const page = await store.read((database) => read(database, clips.peek(), { from: looked, signal: stop }));
    if (stop.aborted) return;
    looked = page.looked;
    shown.value = fresh ? page.items : [...shown.peek(), ...page.items];
    done.value = looked >= clips.peek().length;
    reading = null;
  };
  const begin = (fresh: boolean) => {
    reading?.abort();
    const controller = new AbortController();
    reading = controller;
    if (fresh) looked = 0;
    begun = true;
    take(controller, fresh).catch((error: unknown) => {
      if (!controller.signal.aborted) reportBug(error);
    });
  };
  return {
    shown,
    done,
    start: () =>
      effect(() => {
        const ready = clips.value.length >= 0 && store.state.value.kind === 'open' && !results.busy.value;
        if (!ready) return;
        untracked(() => begin(true));
      }),
    more() {
      if (begun && reading === null && !done.peek()) begin(false);
    },
  };
}
