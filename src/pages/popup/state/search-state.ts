import { type ReadonlySignal, computed, effect, signal, untracked } from '@preact/signals';
import type { SearchAnswer } from '../../../search/ranking/answer.ts';
import { type FailureCode, failureCode } from '../../../core/failure.ts';
import { countText } from '../../../ui/translation.ts';
import type { ListDependencies } from './dependencies.ts';
import type { Store } from './store.ts';
import { type ListRow, rowsOfAnswer } from './list-rows.ts';

export interface SearchResult {
  /** The text that was searched for: older than the query while the next answer is on its way. */
  readonly query: string;
  readonly answer: SearchAnswer;
  readonly rows: readonly ListRow[];
}

export interface Search {
  readonly query: ReadonlySignal<string>;
  readonly result: ReadonlySignal<SearchResult | null>;
  /** True while the result is not yet that of the query. */
  readonly pending: ReadonlySignal<boolean>;
  readonly failed: ReadonlySignal<FailureCode | null>;
  readonly setQuery: (query: string) => void;
  /** Asks again, after the library has changed. */
  readonly refresh: () => void;
}

const shownHits = 30;
/** A pause in typing, after which the number of results is read out. */
const announceAfter = 600;

export function createSearch(dependencies: ListDependencies, store: Store): Search {
  const { now, lastQuery, announcer, translation, reportBug } = dependencies;
  const query = signal(lastQuery.load());
  const result = signal<SearchResult | null>(null);
  const failed = signal<FailureCode | null>(null);
  const version = signal(0);
  let announcement: ReturnType<typeof setTimeout> | undefined;

  const announce = ({ answer }: SearchResult) => {
    clearTimeout(announcement);
    announcement = setTimeout(() => {
      announcer.say(countText(translation, 'results', answer.total));
    }, announceAfter);
  };
  const ask = async (text: string, signal: AbortSignal) => {
    try {
      const found = await store.read(async (database, { searchLibrary }) => {
        const answer = await searchLibrary(database, text, { limit: shownHits, now: now(), signal });
        return { query: text, answer, rows: await rowsOfAnswer(database, answer) };
      });
      if (signal.aborted) return;
      result.value = found;
      failed.value = null;
      announce(found);
    } catch (error) {
      if (!signal.aborted) failed.value = failureCode(error, reportBug);
    }
  };

  // The newest wins: each change ends the search before it.
  // A space at the end stays: it says that the last word is finished.
  const asked = computed(() => ({ text: query.value.trimStart(), version: version.value }));
  effect(() => {
    const { text } = asked.value;
    if (text === '' || store.state.value.kind !== 'open') {
      clearTimeout(announcement);
      result.value = null;
      return undefined;
    }
    const controller = new AbortController();
    failed.value = null;
    untracked(() => void ask(text, controller.signal));
    return () => controller.abort();
  });

  return {
    query,
    result,
    pending: computed(
      () =>
        query.value.trim() !== '' && result.value?.query !== query.value.trimStart() && failed.value === null,
    ),
    failed,
    setQuery(text) {
      query.value = text;
      lastQuery.keep(text);
    },
    refresh: () => {
      version.value += 1;
    },
  };
}
