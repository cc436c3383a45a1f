import { type ReadonlySignal, batch, computed, effect, signal, untracked } from '@preact/signals';
import type { Correction, Nearby, SearchAnswer } from '../../../search/ranking/answer.ts';
import type { SearchOptions } from '../../../search/index/search-run.ts';
import { type FailureCode, failureCode } from '../../../core/failure.ts';
import { tagLabels } from '../../../database/tags/tag-queries.ts';
import { countText } from '../../../ui/translation.ts';
import type { ListDependencies } from './dependencies.ts';
import type { EarlyReads } from './early-reads.ts';
import type { Store } from './store.ts';
import { type ListRow, rowsOfHits } from './list-rows.ts';

export interface SearchResult {
  /** The text that was searched for: older than the query while the next answer is on its way. */
  readonly query: string;
  readonly answer: SearchAnswer;
  readonly rows: readonly ListRow[];
  /** What a word much like a rare one of the query finds, to stand apart; comes after the rows. */
  readonly nearby: NearbyRows | null;
}

export interface NearbyRows {
  readonly correction: Correction;
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
  /** Finds the next rows, where there are more. */
  readonly more: () => void;
}

/** Rows of an answer, and of each step further down. */
const rowsAtOnce = 20;
/** A pause in typing, after which the number of results is read out. */
const announceAfter = 600;

export function createSearch(dependencies: ListDependencies, store: Store): Search {
  const { now, reportBug } = dependencies;
  const query = signal('');
  const limit = signal(rowsAtOnce);
  const result = signal<SearchResult | null>(null);
  const failed = signal<FailureCode | null>(null);
  const version = signal(0);
  const announcement = createAnnouncement(dependencies);

  const ask = async (text: string, most: number, stop: AbortSignal) => {
    const options = { limit: most, now: now(), signal: stop };
    try {
      const found = await find(store, text, options);
      if (stop.aborted) return;
      result.value = found;
      failed.value = null;
      announcement.say(found);
      const nearby = await findNearby(store, found.answer, options);
      if (nearby !== null && !stop.aborted) result.value = { ...found, nearby };
    } catch (error) {
      if (!stop.aborted) failed.value = failureCode(error, reportBug);
    }
  };

  // The newest wins: each change ends the search before it.
  // A space at the end stays: it says that the last word is finished.
  const canAsk = computed(() => store.early.value !== null || store.state.value.kind === 'open');
  const asked = computed(() => ({
    text: query.value.trimStart(),
    limit: limit.value,
    version: version.value,
  }));
  effect(() => {
    const { text, limit: most } = asked.value;
    if (text === '' || !canAsk.value) {
      announcement.silence();
      result.value = null;
      return undefined;
    }
    const controller = new AbortController();
    failed.value = null;
    untracked(() => void ask(text, most, controller.signal));
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
    setQuery: (text) =>
      batch(() => {
        query.value = text;
        limit.value = rowsAtOnce;
      }),
    refresh: () => {
      version.value += 1;
    },
    more() {
      const shown = result.peek();
      if (shown === null || shown.query !== query.peek().trimStart() || shown.rows.length < limit.peek())
        return;
      if (shown.rows.length < shown.answer.total || !shown.answer.totalExact) limit.value += rowsAtOnce;
    },
  };
}

async function find(store: Store, text: string, options: SearchOptions): Promise<SearchResult> {
  const early = store.early.peek();
  if (early !== null) {
    try {
      return await resultOf(text, await early.search(text, options), early.labels);
    } catch (error) {
      if (options.signal?.aborted === true) throw error;
      // The connection may have ended: the storage's code asks again, and says what is wrong.
    }
  }
  return await store.read(async (database, { searchLibrary }) => {
    const answer = await searchLibrary(database, text, options);
    return await resultOf(text, answer, (keys) => tagLabels(database, keys));
  });
}

async function resultOf(
  query: string,
  answer: SearchAnswer,
  labels: EarlyReads['labels'],
): Promise<SearchResult> {
  return { query, answer, rows: await rowsOfHits(answer.hits, labels), nearby: null };
}

async function findNearby(
  store: Store,
  answer: SearchAnswer,
  options: SearchOptions,
): Promise<NearbyRows | null> {
  const early = store.early.peek();
  if (early !== null) {
    try {
      return await nearbyRows(await early.nearby(answer, options), early.labels);
    } catch (error) {
      if (options.signal?.aborted === true) throw error;
    }
  }
  return await store.read(async (database, { nearbyInLibrary }) =>
    nearbyRows(await nearbyInLibrary(database, answer, options), (keys) => tagLabels(database, keys)),
  );
}

async function nearbyRows(nearby: Nearby | null, labels: EarlyReads['labels']): Promise<NearbyRows | null> {
  if (nearby === null) return null;
  return { correction: nearby.correction, rows: await rowsOfHits(nearby.hits, labels) };
}

/** Says how many there are, once for each query, when typing pauses. */
function createAnnouncement({ announcer, translation }: ListDependencies) {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let said = '';
  return {
    say: ({ query, answer }: SearchResult) => {
      clearTimeout(timer);
      if (query === said) return;
      timer = setTimeout(() => {
        said = query;
        announcer.say(countText(translation, 'results', answer.total));
      }, announceAfter);
    },
    silence: () => {
      clearTimeout(timer);
      said = '';
    },
  };
}
