import { queryParts, withoutPart } from '../../../search/query/edit-query.ts';
import { Button } from '../../../ui/button.tsx';
import { useTranslation } from '../../../ui/translation.ts';
import { useLibrary } from '../state/library.ts';
import { EmptyState, NothingYet } from './empty-state.tsx';

/** No clip: because there is none yet, or because the query finds none; then how it was read and what may be dropped. */
export function EmptyList() {
  const { t } = useTranslation();
  const { address, rows } = useLibrary();
  const { query, text } = address.place.value;
  const parts = queryParts(query).filter((part) => part.kind !== 'or');
  const isAll = parts.length === 0 && text === null;
  const isEmpty = rows.stage.value === 'whole' && rows.byId.value.size === 0;
  if (query.trim() === 'is:trash')
    return (
      <EmptyState icon="trash" text={t('emptyTrash')}>
        <p>{t('trashExplained')}</p>
      </EmptyState>
    );
  if (isAll || isEmpty) return <NothingYet />;
  return (
    <EmptyState icon="search" text={t('libraryNoResults')}>
      <ul class="empty-parts">
        {parts.map((part) => (
          <li key={part.start}>
            <Button onClick={() => address.go({ query: withoutPart(query, part) })}>
              {t('noResultsDrop', part.raw)}
            </Button>
          </li>
        ))}
        {text === null ? null : (
          <li>
            <Button onClick={() => address.go({ text: null })}>{t('noResultsAnyLanguage')}</Button>
          </li>
        )}
      </ul>
    </EmptyState>
  );
}
