import { computed } from '@preact/signals';
import { facetsOf } from '../../../search/lists/facets.ts';
import { type Vocabulary, completions } from '../../../search/query/completions.ts';
import type { Complete } from '../../../ui/completion-field.ts';
import type { AllRows } from './all-rows.ts';
import type { SmartLists } from './smart-lists.ts';
import type { TagCounts } from './tag-counts.ts';

/** Completes the query with what the library's rows have, the most used first. */
export function createCompletions({ rows }: AllRows, tags: TagCounts, { lists }: SmartLists): Complete {
  const vocabulary = computed((): Vocabulary => {
    const clips = rows.value.filter((clip) => clip.trashedAt === null);
    const facets = facetsOf(clips);
    const authors = new Map<string, number>();
    for (const { author } of clips) {
      if (author !== null) authors.set(author, (authors.get(author) ?? 0) + 1);
    }
    return {
      tags: facets.tags.map(({ value }) => tags.label(value)),
      sites: facets.sites.map(({ value }) => value),
      languages: facets.codeLanguages.map(({ value }) => value),
      lists: lists.value,
      authors: [...authors].sort((a, b) => b[1] - a[1]).map(([name]) => name),
    };
  });
  return (text, caret) => completions(text, caret, vocabulary.value);
}
