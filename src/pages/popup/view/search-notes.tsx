import type { QueryHint } from '../../../search/query/query.ts';
import type { MessageKey } from '../../../browser/translate.ts';
import { useTranslation } from '../../../ui/translation.ts';
import type { Search } from '../state/search-state.ts';

const hintTexts: Record<QueryHint['code'], MessageKey> = {
  'filter-unknown': 'hintFilterUnknown',
  'filter-value': 'hintFilterValue',
  'filter-empty': 'hintFilterEmpty',
  'quote-open': 'hintQuoteOpen',
};

/** Where the answer is to another question than the one typed, it says so. */
export function SearchNotes({ search }: { readonly search: Search }) {
  const { t } = useTranslation();
  const answer = search.result.value?.answer;
  if (answer === undefined) return null;
  const notes = [
    ...answer.corrections.map(({ from, to }) => t('resultsCorrected', to, from)),
    ...(answer.partial && answer.hits.length > 0 ? [t('resultsPartial')] : []),
    ...answer.query.hints.map(({ code, text }) => t(hintTexts[code], text)),
    ...(answer.index === 'rebuilding' ? [t('resultsRebuilding')] : []),
  ];
  if (notes.length === 0) return null;
  return (
    <ul class="search-notes">
      {notes.map((note) => (
        <li key={note}>{note}</li>
      ))}
    </ul>
  );
}
