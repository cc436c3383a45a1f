import { effect, signal, untracked } from '@preact/signals';
import type { Vocabulary } from '../../../search/query/completions.ts';
import type { Complete } from '../../../ui/completion-field.ts';
import type { Store } from './store.ts';
import type { Search } from './search-state.ts';

const nothing: Vocabulary = { tags: [], sites: [], languages: [], authors: [], lists: [] };

/**
 * Completes the query with what the library has. That is read once for each time that something is searched for, and only
 * after the first answer, which is not to wait for it. Without it there are the names of filters. The code comes with the
 * storage's: none of it is of use before.
 */
export function createCompletions(store: Store, { query, result }: Search): Complete {
  const vocabulary = signal(nothing);
  let isRead = false;
  const read = async () => {
    vocabulary.value = await store.read((database, { searchVocabulary }) => searchVocabulary(database));
  };
  effect(() => {
    if (query.value === '') isRead = false;
    if (result.value === null || isRead) return;
    isRead = true;
    // What the list itself says of a library that cannot be read is enough.
    untracked(() => void read().catch(() => undefined));
  });
  return (text, caret) => {
    const { value } = store.state;
    if (value.kind !== 'open') return { start: caret, end: caret, named: false, items: [] };
    return value.storage.completions(text, caret, vocabulary.value);
  };
}
