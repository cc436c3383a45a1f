import { computed } from '@preact/signals';
import { canonicalLanguage } from '../../../search/query/label-names.ts';
import { type Snippet, snippetFilter } from '../../../search/lists/snippets.ts';
import { snippetPage } from '../../../database/clips/snippet-queries.ts';
import type { OpenStore } from '../../store/open-store.ts';
import { type PagedList, createPagedList } from './paged-list.ts';
import type { Results } from './results.ts';

/** The code blocks of the clips in the list. */
export type Snippets = PagedList<Snippet>;

const pageSize = 30;

export function createSnippets(
  store: OpenStore,
  results: Results,
  reportBug: (error: unknown) => void,
): Snippets {
  const filter = computed(() => snippetFilter(results.query.value));
  const clips = computed(() => {
    const { languages } = filter.value;
    return results.clips.value.filter(
      (clip) =>
        clip.codeBlocks > 0 &&
        (languages.size === 0 || clip.codeLanguages.some((each) => languages.has(canonicalLanguage(each)))),
    );
  });
  return createPagedList({
    store,
    results,
    reportBug,
    clips,
    read: async (database, among, options) => {
      const wanted = { ...options, wanted: pageSize };
      const { snippets, looked } = await snippetPage(database, among, filter.peek(), wanted);
      return { items: snippets, looked };
    },
  });
}
