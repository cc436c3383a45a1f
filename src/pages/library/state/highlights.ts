import { computed } from '@preact/signals';
import { type ClipHighlights, highlightFilter } from '../../../search/lists/highlight-list.ts';
import { highlightPage } from '../../../database/highlights/highlight-page.ts';
import type { OpenStore } from '../../store/open-store.ts';
import { type PagedList, createPagedList } from './paged-list.ts';
import type { Results } from './results.ts';

/** The highlights of the clips in the list, clip by clip. */
export type LibraryHighlights = PagedList<ClipHighlights>;

/** Clips of one page. */
const pageSize = 20;

export function createLibraryHighlights(
  store: OpenStore,
  results: Results,
  reportBug: (error: unknown) => void,
): LibraryHighlights {
  const filter = computed(() => highlightFilter(results.query.value));
  return createPagedList({
    store,
    results,
    reportBug,
    clips: computed(() => results.clips.value.filter((clip) => (clip.highlights ?? 0) > 0)),
    read: async (database, clips, { from }) => {
      const wanted = { from, wanted: pageSize };
      const { groups, looked } = await highlightPage(database, clips, filter.peek(), wanted);
      return { items: groups, looked };
    },
  });
}
