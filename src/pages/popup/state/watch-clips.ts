import { type ReadonlySignal, effect, signal, untracked } from '@preact/signals';
import { recentClips, clipCounts, trashedClips } from '../../../database/clips/clip-queries.ts';
import { tagLabels } from '../../../database/tags/tag-queries.ts';
import type { Store } from './store.ts';
import type { Search } from './search-state.ts';
import { type ListRow, rowsOfClips } from './list-rows.ts';

export type ListMode = 'recent' | 'trash' | 'search';

export interface ClipCounts {
  readonly clips: number;
  readonly trashed: number;
}

/** Rows of a list, and of each step further down. */
const rowsAtOnce = 30;

/** The lists that need no search, kept as the library changes; and how many clips there are. */
export function watchClips(store: Store, inTrash: ReadonlySignal<boolean>, search: Search) {
  const listed = signal<readonly ListRow[] | null>(null);
  const counts = signal<ClipCounts | null>(null);
  const limit = signal(rowsAtOnce);
  effect(() => {
    // Another list begins at its top.
    void inTrash.value;
    listed.value = null;
    limit.value = rowsAtOnce;
  });
  effect(() => {
    const trashed = inTrash.value;
    const most = limit.value;
    return store.watch(
      async (database) =>
        rowsOfClips(
          trashed ? await trashedClips(database, most) : await recentClips(database, { limit: most }),
          (keys) => tagLabels(database, keys),
        ),
      (rows) => {
        listed.value = rows;
      },
    );
  });
  // The first rows come before the storage's code does, which then keeps them up to date.
  effect(() => {
    const early = store.early.value;
    if (early === null || untracked(() => listed.value !== null || inTrash.value)) return;
    const show = async () => {
      const rows = await rowsOfClips(await early.newest(rowsAtOnce), early.labels);
      if (!inTrash.peek()) listed.value ??= rows;
    };
    // Where that fails, the storage's code reads the same, and says what is wrong.
    show().catch(() => undefined);
  });
  effect(() =>
    store.watch(clipCounts, (next) => {
      const changed = counts.peek() !== null;
      counts.value = next;
      if (changed) search.refresh();
    }),
  );
  return {
    listed,
    counts,
    more: () => {
      if (listed.peek()?.length === limit.peek()) limit.value += rowsAtOnce;
    },
  };
}
