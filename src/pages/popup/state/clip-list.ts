import { type ReadonlySignal, computed, effect, signal } from '@preact/signals';
import type { ClipId } from '../../../core/clip/clip.ts';
import { type FailureCode, failureCode } from '../../../core/failure.ts';
import { recentClips, clipCounts, trashedClips } from '../../../database/clips/clip-queries.ts';
import type { ListDependencies } from './dependencies.ts';
import type { Store } from './store.ts';
import { type Search, createSearch } from './search-state.ts';
import { type ListRow, rowsOfClips } from './list-rows.ts';

export type ListMode = 'recent' | 'trash' | 'search';

/** The list under the card: recent clips, the trash, or what a search finds. */
export interface ClipList {
  readonly search: Search;
  readonly mode: ReadonlySignal<ListMode>;
  /** null while they are being read. */
  readonly rows: ReadonlySignal<readonly ListRow[] | null>;
  readonly counts: ReadonlySignal<{ readonly clips: number; readonly trashed: number } | null>;
  /** Why the last command about a clip failed. */
  readonly failed: ReadonlySignal<FailureCode | null>;
  readonly showTrash: (shown: boolean) => void;
  readonly open: (clipId: ClipId, block?: number) => void;
  /** Opens the first row; while a search is under way, the first that it finds. */
  readonly openFirst: () => void;
  readonly trash: (clipId: ClipId) => void;
  readonly restore: (clipId: ClipId) => void;
  readonly dismissFailure: () => void;
}

const shownClips = 30;
const shownTrash = 100;

export function readerPath(clipId: ClipId, block?: number): string {
  const place = block === undefined ? '' : `&block=${block}`;
  return `pages/reader/index.html?id=${encodeURIComponent(clipId)}${place}`;
}

export function createClipList(dependencies: ListDependencies, store: Store): ClipList {
  const { send, openPage, toasts, reportBug } = dependencies;
  const { t } = dependencies.translation;
  const search = createSearch(dependencies, store);
  const inTrash = signal(false);
  const failed = signal<FailureCode | null>(null);
  const mode = computed<ListMode>(() => {
    if (search.query.value.trim() !== '') return 'search';
    return inTrash.value ? 'trash' : 'recent';
  });
  const { listed, counts } = watchClips(store, inTrash, search);

  const move = async (command: 'trashClips' | 'restoreClips', clipId: ClipId, done?: () => void) => {
    try {
      await send(command, { clipIds: [clipId] });
      failed.value = null;
      search.refresh();
      done?.();
    } catch (error) {
      failed.value = failureCode(error, reportBug);
    }
  };
  const restore = (clipId: ClipId, done?: () => void) => void move('restoreClips', clipId, done);
  const trash = (clipId: ClipId) =>
    void move('trashClips', clipId, () =>
      toasts.show({ text: t('movedToTrash'), undo: () => restore(clipId) }),
    );

  const open = (clipId: ClipId, block?: number) => openPage(readerPath(clipId, block));
  const rows = computed(() => (mode.value === 'search' ? (search.result.value?.rows ?? null) : listed.value));

  return {
    search,
    mode,
    rows,
    counts,
    failed,
    showTrash: (shown) => {
      search.setQuery('');
      inTrash.value = shown;
    },
    open,
    openFirst: createOpenFirst(search, rows, ({ clip, excerpt }) => open(clip.id, excerpt?.block)),
    trash,
    restore: (clipId) =>
      restore(clipId, () => toasts.show({ text: t('restored'), undo: () => trash(clipId) })),
    dismissFailure: () => {
      failed.value = null;
    },
  };
}

/** Enter may come before the answer to what was typed: what opens is never a row of the query before. */
function createOpenFirst(
  search: Search,
  rows: ReadonlySignal<readonly ListRow[] | null>,
  open: (row: ListRow) => void,
): () => void {
  const wanted = signal<string | null>(null);
  effect(() => {
    if (wanted.value === null) return;
    if (wanted.value !== search.query.value) wanted.value = null;
    else if (!search.pending.value) {
      wanted.value = null;
      const first = rows.peek()?.[0];
      if (first !== undefined) open(first);
    }
  });
  return () => {
    wanted.value = search.query.peek();
  };
}

function watchClips(store: Store, inTrash: ReadonlySignal<boolean>, search: Search) {
  const listed = signal<readonly ListRow[] | null>(null);
  const counts = signal<{ clips: number; trashed: number } | null>(null);
  effect(() => {
    const trashed = inTrash.value;
    listed.value = null;
    return store.watch(
      async (database) =>
        rowsOfClips(
          database,
          trashed
            ? await trashedClips(database, shownTrash)
            : await recentClips(database, { limit: shownClips }),
        ),
      (rows) => {
        listed.value = rows;
      },
    );
  });
  effect(() =>
    store.watch(clipCounts, (next) => {
      const changed = counts.peek() !== null;
      counts.value = next;
      if (changed) search.refresh();
    }),
  );
  return { listed, counts };
}
