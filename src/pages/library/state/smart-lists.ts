import { type ReadonlySignal, computed, effect, signal, untracked } from '@preact/signals';
import type { Clip } from '../../../core/clip/clip.ts';
import type { RuleRun, SmartList } from '../../../core/library/smart-list.ts';
import { filterGroups, listClips } from '../../../search/lists/list-clips.ts';
import { parseQuery } from '../../../search/query/parse-query.ts';
import { allSmartLists, standingRuns } from '../../../database/lists/smart-list-queries.ts';
import { clipsOfQuery } from '../../../database/search/search-queries.ts';
import type { OpenStore } from '../../store/open-store.ts';
import type { AllRows } from './all-rows.ts';
import type { LibraryDependencies } from './dependencies.ts';
import type { Edits } from './edits.ts';

export type NewSmartList = Omit<SmartList, 'changedAt'>;

/** The smart lists, with how many clips each finds now. */
export interface SmartLists {
  /** By name. */
  readonly lists: ReadonlySignal<readonly SmartList[]>;
  /** By id; missing until it has been counted. */
  readonly counts: ReadonlySignal<ReadonlyMap<string, number>>;
  /** What rules did by themselves, the latest first. */
  readonly runs: ReadonlySignal<readonly RuleRun[]>;
  /** The list that the dialog shows. */
  readonly edited: ReadonlySignal<NewSmartList>;
  readonly edit: (list: NewSmartList) => void;
  /** The clips that a query finds, as a rule would; null while the index is being built. */
  readonly find: (query: string) => Promise<readonly Clip[] | null>;
  /** False where it failed, which has been said. */
  readonly save: (list: NewSmartList) => Promise<boolean>;
  readonly remove: (list: SmartList) => Promise<void>;
  readonly undoRuns: (list: SmartList) => Promise<void>;
}

/** Milliseconds after a change of the library in which others may follow. */
const countAfter = 300;

export const emptyList: NewSmartList = { id: '', name: '', query: '', rule: null };

export function createSmartLists(
  store: OpenStore,
  rows: AllRows,
  edits: Edits,
  { send, toasts, now, translation, reportBug }: LibraryDependencies,
): SmartLists {
  const { t, language } = translation;
  const all = signal<readonly SmartList[]>([]);
  const runs = signal<readonly RuleRun[]>([]);
  const edited = signal<NewSmartList>(emptyList);
  const order = new Intl.Collator(language, { numeric: true });
  const lists = computed(() => all.value.toSorted((a, b) => order.compare(a.name, b.name)));
  effect(() => store.watch(allSmartLists, (found) => (all.value = found)));
  effect(() => store.watch(standingRuns, (found) => (runs.value = found)));
  const find = async (query: string) => {
    const groups = filterGroups(parseQuery(query, now()));
    if (groups !== null) return groups.length === 0 ? [] : listClips(rows.rows.peek(), groups);
    const ids = await store.read((database) => clipsOfQuery(database, query, now()));
    return ids === null ? null : rows.rows.peek().filter(({ id }) => ids.has(id));
  };
  const put = async ({ id, name, query, rule }: NewSmartList) => {
    await send('putSmartList', { id, name, query, rule });
  };
  return {
    lists,
    counts: countClips(lists, rows, find, reportBug),
    runs,
    edited,
    edit: (list) => (edited.value = list),
    find,
    save: async (list) => {
      let saved = false;
      await edits.attempt(async () => {
        await put({ ...list, id: list.id === '' ? crypto.randomUUID() : list.id });
        saved = true;
      });
      return saved;
    },
    remove: (list) =>
      edits.attempt(async () => {
        await send('deleteSmartList', { id: list.id });
        toasts.show({
          text: t('smartListDeleted', list.name),
          undo: () => void edits.attempt(() => put(list)),
        });
      }),
    undoRuns: (list) =>
      edits.attempt(async () => {
        await send('undoRuleRuns', { listId: list.id });
        toasts.show({ text: t('undone') });
      }),
  };
}

/** Counted one after the other, again where the lists or the library change. */
function countClips(
  lists: ReadonlySignal<readonly SmartList[]>,
  { rows, stage }: AllRows,
  find: SmartLists['find'],
  reportBug: (error: unknown) => void,
): ReadonlySignal<ReadonlyMap<string, number>> {
  const counts = signal<ReadonlyMap<string, number>>(new Map());
  const count = async (asked: readonly SmartList[], stop: AbortSignal) => {
    const next = new Map<string, number>();
    for (const { id, query } of asked) {
      const found = await find(query);
      if (stop.aborted) return;
      if (found !== null) next.set(id, found.length);
    }
    counts.value = next;
  };
  effect(() => {
    const asked = lists.value;
    const ready = stage.value === 'whole' && rows.value.length >= 0;
    if (!ready || asked.length === 0) return undefined;
    const controller = new AbortController();
    const timer = setTimeout(
      () => untracked(() => void count(asked, controller.signal).catch(reportBug)),
      counts.peek().size === 0 ? 0 : countAfter,
    );
    return () => {
      clearTimeout(timer);
      controller.abort();
    };
  });
  return counts;
}
