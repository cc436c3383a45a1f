import { useEffect, useRef } from 'preact/hooks';
import { queryParts, withoutPart } from '../../../search/query/edit-query.ts';
import type { QueryHint } from '../../../search/query/query.ts';
import type { MessageKey } from '../../../browser/translate.ts';
import { SearchField } from '../../../ui/search-field.tsx';
import { Icon } from '../../../ui/icon.tsx';
import { useTranslation } from '../../../ui/translation.ts';
import { useLibrary } from '../state/library.ts';

/** The search box; below it the query as it is read, part by part, each of which can be edited or taken out. */
export function SearchBar() {
  const { address, results, focusRow } = useLibrary();
  const input = useRef<HTMLInputElement>(null);
  const { query } = address.place.value;
  return (
    <div class="library-search">
      <SearchField
        inputRef={input}
        value={query}
        onInput={address.type}
        onKeyDown={(event) => {
          const down = event.key === 'ArrowDown' || event.key === 'Enter';
          if (!down || event.isComposing || results.clips.peek().length === 0) return;
          event.preventDefault();
          focusRow(0);
        }}
      />
      <QueryChips
        onEdit={(start, end) => {
          input.current?.focus();
          input.current?.setSelectionRange(start, end);
        }}
      />
      <Hints />
    </div>
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

const hintTexts: Record<QueryHint['code'], MessageKey> = {
  'filter-unknown': 'hintFilterUnknown',
  'filter-value': 'hintFilterValue',
  'filter-empty': 'hintFilterEmpty',
  'quote-open': 'hintQuoteOpen',
};

/** What was not understood as it may have been meant, and what was searched for in its place. */
function Hints() {
  const { t } = useTranslation();
  const { results, dependencies } = useLibrary();
  const answer = results.answer.value;
  const texts = [
    ...results.query.value.hints.map((hint) => t(hintTexts[hint.code], hint.text)),
    ...(answer?.corrections ?? []).map(({ from, to }) => t('searchCorrected', from, to)),
    ...(answer?.partial === true && answer.hits.length > 0 ? [t('searchPartial')] : []),
    ...(answer?.index === 'rebuilding' ? [t('searchRebuilding')] : []),
  ];
  const said = texts.join(' ');
  useEffect(() => {
    if (said !== '') dependencies.announcer.say(said);
  }, [said, dependencies]);
  if (texts.length === 0) return null;
  return (
    <ul class="query-hints">
      {texts.map((text) => (
        <li key={text}>{text}</li>
      ))}
    </ul>
  );
}
