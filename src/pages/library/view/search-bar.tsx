import { useEffect } from 'preact/hooks';
import { queryParts, withoutPart } from '../../../search/query/edit-query.ts';
import { SearchField } from '../../../ui/search-field.tsx';
import { SearchNotes, searchNotes } from '../../search-notes/search-notes.tsx';
import { Icon } from '../../../ui/icon.tsx';
import { useTranslation } from '../../../ui/translation.ts';
import { useLibrary } from '../state/library.ts';

/** The search box, in the page's header. */
export function SearchBar() {
  const { address, results, complete, focusRow, searchInput } = useLibrary();
  return (
    <SearchField
      inputRef={searchInput}
      value={address.place.value.query}
      onInput={address.type}
      complete={complete}
      onKeyDown={(event) => {
        const down = event.key === 'ArrowDown' || event.key === 'Enter';
        if (!down || event.isComposing || results.clips.peek().length === 0) return;
        event.preventDefault();
        focusRow(0);
      }}
    />
  );
}

/** The query as it is read, part by part, each of which can be edited or taken out; what was not understood in it. */
export function QueryLine() {
  const { searchInput } = useLibrary();
  return (
    <>
      <QueryChips
        onEdit={(start, end) => {
          searchInput.current?.focus();
          searchInput.current?.setSelectionRange(start, end);
        }}
      />
      <Notes />
    </>
  );
}

function QueryChips({ onEdit }: { readonly onEdit: (start: number, end: number) => void }) {
  const { t } = useTranslation();
  const { address } = useLibrary();
  const { query } = address.place.value;
  const parts = queryParts(query);
  const isPlain = parts.every((part) => part.kind === 'word');
  if (isPlain) return null;
  return (
    <ul class="query-chips" aria-label={t('queryParts')}>
      {parts.map((part) => (
        <li key={part.start} class="chip query-chip" data-kind={part.kind}>
          <button
            type="button"
            class="chip-edit"
            title={t('queryPartEdit', part.raw)}
            onClick={() => onEdit(part.start, part.end)}
          >
            {part.raw}
          </button>
          <button
            type="button"
            class="chip-remove"
            aria-label={t('noResultsDrop', part.raw)}
            onClick={() => address.go({ query: withoutPart(query, part) })}
          >
            <Icon name="close" />
          </button>
        </li>
      ))}
    </ul>
  );
}

/** What was not understood as it may have been meant, and what was searched for in its place. */
function Notes() {
  const { t } = useTranslation();
  const { address, results, dependencies } = useLibrary();
  const notes = searchNotes(results.query.value.hints, results.answer.value, t);
  const said = notes.map(({ text }) => text).join(' ');
  useEffect(() => {
    if (said !== '') dependencies.announcer.say(said);
  }, [said, dependencies]);
  return <SearchNotes class="query-hints" notes={notes} onQuery={(query) => address.go({ query })} />;
}
