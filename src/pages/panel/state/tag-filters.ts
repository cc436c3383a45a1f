import { type ReadonlySignal, computed, effect, signal } from '@preact/signals';
import type { PressedFilter } from '../../../search/query/edit-query.ts';
import { foldedTag } from '../../../search/query/label-names.ts';
import type { TagRow } from '../../../core/tag/tag.ts';
import { recentTags } from '../../../database/tags/tag-queries.ts';
import type { Store } from '../../popup/state/store.ts';
import type { Search } from '../../popup/state/search-state.ts';

export interface TagFilter {
  readonly key: string;
  readonly label: string;
  /** The query asks for it. */
  readonly pressed: boolean;
}

/** The tags that were used last, each one press away. */
export interface TagFilters {
  readonly list: ReadonlySignal<readonly TagFilter[]>;
  /** Puts the tag into the query, or takes it out. */
  readonly toggle: (key: string) => void;
}

const shownTags = 6;

export function createTagFilters(store: Store, search: Search, now: () => number): TagFilters {
  const tags = signal<readonly TagRow[]>([]);
  effect(() =>
    store.watch(
      (database) => recentTags(database, shownTags),
      (rows) => (tags.value = rows),
    ),
  );
  const code = computed(() => (store.state.value.kind === 'open' ? store.state.value.storage : null));
  return {
    list: computed(() =>
      tags.value.map(({ key, label }) => ({
        key,
        label,
        pressed: code.value?.hasFilter(search.query.value, filterOf(key), now()) ?? false,
      })),
    ),
    toggle: (key) => {
      const query = search.query.peek();
      search.setQuery(code.peek()?.toggleFilter(query, filterOf(key), now()) ?? query);
    },
  };
}

function filterOf(key: string): PressedFilter {
  return { name: 'tag', value: foldedTag(key) };
}
