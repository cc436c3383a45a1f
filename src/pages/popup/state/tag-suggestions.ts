import { type ReadonlySignal, computed, effect, signal } from '@preact/signals';
import { parseTag } from '../../../core/tag/tag.ts';
import { tagsMatching } from '../../../database/tags/matching-tags.ts';
import { recentTags } from '../../../database/tags/tag-queries.ts';
import type { TagEntry, TagSuggestion } from '../../../ui/tag-entry.ts';
import type { Store } from './store.ts';
import type { Page } from './page.ts';

const enough = 8;
/** Suggestions from the page and the library; the rest of the list is what was used last. */
const fittingTags = 5;

/** For nothing typed: what fits the page, then the last used. For a typed text: the library's tags, then the page's own. */
export function suggestTags(
  store: Store,
  page: Page,
  entry: ReadonlySignal<TagEntry>,
): ReadonlySignal<readonly TagSuggestion[]> {
  const known = signal<readonly TagSuggestion[]>([]);
  const fitting = suggestForPage(store, page);
  const typed = computed(() => parseTag(entry.value.text)?.key ?? '');
  effect(() => {
    const key = typed.value;
    return store.watch(
      (database) => (key === '' ? recentTags(database, enough) : tagsMatching(database, key, enough)),
      (rows) => {
        known.value = rows.map(({ label }) => ({ label, origin: key === '' ? 'recent' : 'known' }));
      },
    );
  });
  return computed(() => {
    if (typed.value === '') return [...fitting.value, ...known.value];
    const own = page.reading.value.kind === 'read' ? page.reading.value.article.tags : [];
    const matching = own.filter((label) => parseTag(label)?.key.includes(typed.value));
    return [...known.value, ...matching.map((label): TagSuggestion => ({ label, origin: 'page' }))];
  });
}

/** Once the page is read and the library is open. Without an answer, which is no one's concern here, there are none. */
function suggestForPage(store: Store, page: Page): ReadonlySignal<readonly TagSuggestion[]> {
  const suggestions = signal<readonly TagSuggestion[]>([]);
  effect(() => {
    const reading = page.reading.value;
    if (reading.kind !== 'read' || store.state.value.kind !== 'open') return;
    const { article } = reading;
    const ask = async () => {
      const tags = await store.read((database, storage) =>
        storage.suggestedTags(database, article, fittingTags),
      );
      suggestions.value = tags.map(({ label, reason }) => ({ label, origin: reason }));
    };
    ask().catch(() => undefined);
  });
  return suggestions;
}
