import { type ReadonlySignal, computed, effect, signal } from '@preact/signals';
import { parseTag } from '../../../domain/tag/tag.ts';
import { recentTags, tagsMatching } from '../../../storage/tag-queries.ts';
import type { TagEntry, TagSuggestion } from '../../../ui/tag-entry.ts';
import type { Library } from './library.ts';
import type { Page } from './page.ts';

const enough = 8;

/** Tags for what is typed: the shelf's, last used first, then those that the page gives itself. */
export function suggestTags(
  library: Library,
  page: Page,
  entry: ReadonlySignal<TagEntry>,
): ReadonlySignal<readonly TagSuggestion[]> {
  const known = signal<readonly TagSuggestion[]>([]);
  const typed = computed(() => parseTag(entry.value.text)?.key ?? '');
  effect(() => {
    const key = typed.value;
    return library.watch(
      (database) => (key === '' ? recentTags(database, enough) : tagsMatching(database, key, enough)),
      (rows) => {
        known.value = rows.map(({ label }) => ({ label, origin: key === '' ? 'recent' : 'known' }));
      },
    );
  });
  return computed(() => {
    const own = page.reading.value.kind === 'read' ? page.reading.value.article.tags : [];
    const fitting = own.filter((label) => parseTag(label)?.key.includes(typed.value));
    // Recents come first, but leave room for what the page says of itself.
    const shown = typed.value === '' && fitting.length > 0 ? known.value.slice(0, enough / 2) : known.value;
    return [...shown, ...fitting.map((label): TagSuggestion => ({ label, origin: 'page' }))];
  });
}
