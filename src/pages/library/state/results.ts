import { type ReadonlySignal, batch, computed, effect, signal, untracked } from '@preact/signals';
import type { Clip, ClipId } from '../../../core/clip/clip.ts';
import { type FailureCode, failureCode } from '../../../core/failure.ts';
import type { Nearby, SearchAnswer, SearchHit } from '../../../search/ranking/answer.ts';
import { parseQuery } from '../../../search/query/parse-query.ts';
import type { Query, QueryScope } from '../../../search/query/query.ts';
import type { View } from '../../library-route/library-route.ts';
import { primaryLanguage } from '../../../search/lists/facets.ts';
import { filterGroups, listClips } from '../../../search/lists/list-clips.ts';
import { type ClipSort, sortClips } from '../../../core/library/sort-clips.ts';
import { clipsOfQuery, nearbyInLibrary, searchLibrary } from '../../../database/search/search-queries.ts';
import type { OpenStore } from '../../store/open-store.ts';
import type { Address } from './router.ts';
import type { LibraryDependencies } from './dependencies.ts';
import { type JobClips, watchJobClips } from './job-clips.ts';
import type { AllRows } from './all-rows.ts';

/** The list as the place asks for it. */
export interface Results {
  readonly query: ReadonlySignal<Query>;
  /** All clips of the list, in its order. */
  readonly clips: ReadonlySignal<readonly Clip[]>;
  readonly hits: ReadonlySignal<ReadonlyMap<ClipId, SearchHit>>;
  /** The engine's answer, null for a list that needs none. */
  readonly answer: ReadonlySignal<SearchAnswer | null>;
  /** What a word much like a rare one of the query finds, once the list is shown. */
  readonly nearby: ReadonlySignal<Nearby | null>;
  readonly hasWords: ReadonlySignal<boolean>;
  readonly sort: ReadonlySignal<ClipSort | 'relevance'>;
  /** No list yet, or one of an older query while the engine works. */
  readonly busy: ReadonlySignal<boolean>;
  readonly failure: ReadonlySignal<FailureCode | null>;
  /** The job to whose clips the list is held, null for none. */
  readonly jobClips: ReadonlySignal<JobClips | null>;
  /** Resolves once the list has all that the query finds, not the first of them or those of the first rows. */
  readonly findAll: () => Promise<void>;
}

/** Where a view looks for words, if not everywhere. */
const scopeOf: Readonly<Partial<Record<View, QueryScope>>> = { snippets: 'code', highlights: 'highlights' };

/** Hits of the first answer, and of the one that follows where there are more. */
const firstHits = 30;
export const mostHits = 500;
/** Milliseconds without a key after which the user is taken to look. */
const typingPause = 250;

export function createResults(
  store: OpenStore,
  tableRows: AllRows,
  address: Address,
  { now, reportBug, translation }: LibraryDependencies,
): Results {
  const jobClips = watchJobClips(store, address);
  const text = computed(() => address.place.value.query);
  const query = computed(() => parseQuery(text.value, now()));
  const groups = computed(() => filterGroups(query.value));
  const hasWords = computed(() => groups.value === null);
  // Snippets are searched for in code, highlights in themselves; a scope of the user's own stays.
  const asked = computed(() => {
    const scope = scopeOf[address.place.value.view];
    return scope === undefined || query.value.scopes.length > 0 ? text.value : `in:${scope} ${text.value}`;
  });
  const { answer, nearby, whole, failure, findAll } = createSearch(store, tableRows, {
    text: asked,
    hasWords,
    now,
    reportBug,
  });
  const sort = computed((): ClipSort | 'relevance' => {
    const typed = query.value.sort === 'relevance' ? null : query.value.sort;
    return address.place.value.sort ?? typed ?? (hasWords.value ? 'relevance' : 'newest');
  });

  const found = computed((): readonly Clip[] => {
    if (groups.value !== null) return listClips(tableRows.rows.value, groups.value);
    const { byId, stage } = tableRows;
    // A row that was read later than the hit knows better, also that the clip is gone.
    const hits = (answer.value?.hits ?? []).flatMap(({ clip }) =>
      stage.value === 'whole' ? (byId.value.get(clip.id) ?? []) : [clip],
    );
    return whole.value === null ? hits : [...hits, ...others(tableRows.rows.value, whole.value, hits)];
  });
  const clips = computed(() => {
    const { text: language } = address.place.value;
    const inLanguage =
      language === null
        ? found.value
        : found.value.filter((clip) => clip.language !== null && primaryLanguage(clip.language) === language);
    const only = jobClips.value?.clipIds;
    const fitting = only === undefined ? inLanguage : inLanguage.filter((clip) => only.has(clip.id));
    const by = sort.value;
    return by === 'relevance' || (by === 'newest' && !hasWords.value)
      ? fitting
      : sortClips(fitting, by, translation.language);
  });
  return {
    query,
    clips,
    hits: computed(() => new Map((answer.value?.hits ?? []).map((hit) => [hit.clip.id, hit]))),
    answer: computed(() => (hasWords.value ? answer.value : null)),
    nearby: computed(() => (hasWords.value ? nearby.value : null)),
    hasWords,
    sort,
    busy: computed(() =>
      hasWords.value ? answer.value?.query.text !== asked.value : tableRows.stage.value === 'none',
    ),
    failure,
    findAll,
    jobClips,
  };
}

/** The rows that a query finds beside the best ones. */
function others(rows: readonly Clip[], whole: ReadonlySet<ClipId>, best: readonly Clip[]): readonly Clip[] {
  const shown = new Set(best.map(({ id }) => id));
  return rows.filter(({ id }) => whole.has(id) && !shown.has(id));
}

interface SearchInput {
  readonly text: ReadonlySignal<string>;
  readonly hasWords: ReadonlySignal<boolean>;
  readonly now: () => number;
  readonly reportBug: (error: unknown) => void;
}

/** Asks the engine at every change of the text or the library; a newer question aborts the older. */
function createSearch(store: OpenStore, { byId, loaded }: AllRows, input: SearchInput) {
  const answer = signal<SearchAnswer | null>(null);
  // All that the query finds, where it is more than is read and ranked.
  const whole = signal<ReadonlySet<ClipId> | null>(null);
  const nearby = signal<Nearby | null>(null);
  const failure = signal<FailureCode | null>(null);
  const ask = async (text: string, stop: AbortSignal) => {
    const options = { now: input.now(), signal: stop };
    const first = await store.read((database) =>
      searchLibrary(database, text, { ...options, limit: firstHits }),
    );
    if (stop.aborted) return;
    batch(() => {
      answer.value = first;
      nearby.value = null;
      whole.value = null;
      failure.value = null;
    });
    if (first.total <= first.hits.length) {
      const beside = await store.read((database) =>
        nearbyInLibrary(database, first, { ...options, limit: firstHits }),
      );
      if (!stop.aborted) nearby.value = beside;
      return;
    }
    // The whole list only once typing pauses: the next key's answer is not to wait for it.
    await new Promise((resolve) => {
      setTimeout(resolve, typingPause);
    });
    if (stop.aborted) return;
    const more = await store.read((database) =>
      searchLibrary(database, text, { ...options, limit: mostHits }),
    );
    if (stop.aborted) return;
    answer.value = more;
    // What was corrected or found by a part only has no more than the best.
    if (more.total <= more.hits.length || more.partial || more.corrections.length > 0) return;
    const found = await store.read((database) => clipsOfQuery(database, text, options.now));
    if (!stop.aborted) whole.value = found;
  };
  effect(() => {
    const text = input.text.value;
    // Read so that a change of the library asks again.
    const ready = byId.value.size >= 0 && store.state.value.kind === 'open';
    if (!input.hasWords.value || !ready) return undefined;
    const controller = new AbortController();
    untracked(() => ask(text, controller.signal)).catch((error: unknown) => {
      if (controller.signal.aborted) return;
      failure.value = failureCode(error, input.reportBug);
    });
    return () => controller.abort();
  });
  const findAll = async () => {
    await loaded;
    const first = answer.peek();
    const text = input.text.peek();
    if (!input.hasWords.peek() || first === null || first.total <= first.hits.length) return;
    const options = { now: input.now(), limit: first.total, signal: new AbortController().signal };
    const all = await store.read((database) => searchLibrary(database, text, options));
    if (input.text.peek() === text) answer.value = all;
  };
  return { answer, nearby, whole, failure, findAll };
}
