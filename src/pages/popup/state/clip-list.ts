import { type ReadonlySignal, computed, effect, signal } from '@preact/signals';
import type { Clip, ClipId } from '../../../core/clip/clip.ts';
import type { SmartList } from '../../../core/library/smart-list.ts';
import { allSmartLists } from '../../../database/lists/smart-list-queries.ts';
import { lastBegun } from '../../../database/clips/reading-queries.ts';
import type { Complete } from '../../../ui/completion-field.ts';
import { searchOf } from '../../library-route/library-route.ts';
import type { ListDependencies, Storage } from './dependencies.ts';
import type { Store } from './store.ts';
import { createRowCommands } from './row-commands.ts';
import { createCompletions } from './query-completions.ts';
import { type Search, createSearch } from './search-state.ts';
import { type ListMode, watchClips } from './watch-clips.ts';
import type { ListRow } from './list-rows.ts';

/** The list under the card: recent clips, the trash, or what a search finds. */
export interface ClipList {
  readonly search: Search;
  /** By name, as code units have it. */
  readonly lists: ReadonlySignal<readonly SmartList[]>;
  readonly complete: Complete;
  /** What reads and explains the query language: it comes with the storage's code, null before. */
  readonly queryCode: ReadonlySignal<QueryCode | null>;
  readonly mode: ReadonlySignal<ListMode>;
  /** null while they are being read. */
  readonly rows: ReadonlySignal<readonly ListRow[] | null>;
  readonly counts: ReadonlySignal<{ readonly clips: number; readonly trashed: number } | null>;
  /** The article that was begun last and not finished. */
  readonly begun: ReadonlySignal<Clip | null>;
  /** The clip of the trash of which is asked whether to delete it for good. */
  readonly asked: ReadonlySignal<ClipId | null>;
  readonly ask: (clipId: ClipId | null) => void;
  readonly deleteForGood: (clipId: ClipId) => void;
  readonly showTrash: (shown: boolean) => void;
  /** The next rows of the list, where there are more. */
  readonly more: () => void;
  readonly open: (clipId: ClipId, block?: number) => void;
  /** Opens the first row; while a search is under way, the first that it finds. */
  readonly openFirst: () => void;
  /** The store, with the query of the list. */
  readonly openLibrary: () => void;
  /** The whole code block of a hit, into the clipboard. */
  readonly copyCode: (clipId: ClipId, block: number) => void;
  readonly star: (clip: Clip) => void;
  readonly markRead: (clip: Clip) => void;
  readonly trash: (clipId: ClipId) => void;
  readonly restore: (clipId: ClipId) => void;
}

type QueryCode = Pick<Storage, 'queryHelp' | 'queryPieces' | 'withoutPiece'>;

export function readerPath(clipId: ClipId, block?: number): string {
  const place = block === undefined ? '' : `&block=${block}`;
  return `pages/reader/index.html?id=${encodeURIComponent(clipId)}${place}`;
}

export function createClipList(dependencies: ListDependencies, store: Store): ClipList {
  const { openPage, searches } = dependencies;
  const search = createSearch(dependencies, store);
  const inTrash = signal(false);
  const begun = signal<Clip | null>(null);
  effect(() => store.watch(lastBegun, (clip) => (begun.value = clip)));
  const asked = signal<ClipId | null>(null);
  const mode = computed<ListMode>(() => {
    if (search.query.value.trim() !== '') return 'search';
    return inTrash.value ? 'trash' : 'recent';
  });
  const { listed, counts, more } = watchClips(store, inTrash, search);
  const open = (clipId: ClipId, block?: number) => {
    searches.remember(search.query.peek());
    openPage(readerPath(clipId, block));
  };
  const rows = computed(() => (mode.value === 'search' ? (search.result.value?.rows ?? null) : listed.value));

  return {
    search,
    lists: watchLists(store),
    queryCode: computed(() => (store.state.value.kind === 'open' ? store.state.value.storage : null)),
    complete: createCompletions(store, search),
    mode,
    rows,
    counts,
    begun,
    asked,
    ask: (clipId) => (asked.value = clipId),
    showTrash: (shown) => {
      search.setQuery('');
      inTrash.value = shown;
    },
    more: () => (mode.peek() === 'search' ? search.more() : more()),
    open,
    openFirst: createOpenFirst(search, rows, ({ clip, excerpt }) => open(clip.id, excerpt?.block)),
    openLibrary() {
      const query = search.query.peek();
      searches.remember(query);
      const place = searchOf({ view: 'clips', query, sort: null, text: null, job: null });
      openPage(`pages/library/index.html${place}`);
    },
    ...createRowCommands(dependencies, store, search),
  };
}

function watchLists(store: Store): ReadonlySignal<readonly SmartList[]> {
  const lists = signal<readonly SmartList[]>([]);
  effect(() => store.watch(allSmartLists, (found) => (lists.value = found)));
  return lists;
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
