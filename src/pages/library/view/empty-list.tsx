import { queryParts, withoutPart } from '../../../search/query/edit-query.ts';
import { Button } from '../../../ui/button.tsx';
import { Icon } from '../../../ui/icon.tsx';
import { useTranslation } from '../../../ui/translation.ts';
import { useLibrary } from '../state/library.ts';

/** No clip: because there is none yet, or because the query finds none; then how it was read and what may be dropped. */
export function EmptyList() {
  const { t } = useTranslation();
  const { address } = useLibrary();
  const { query, text } = address.place.value;
  const parts = queryParts(query).filter((part) => part.kind !== 'or');
  const isAll = parts.length === 0 && text === null;
  if (isAll) return <NothingYet />;
  if (query.trim() === 'is:trash')
    return (
      <div class="empty">
        <p>{t('emptyTrash')}</p>
        <p>{t('trashExplained')}</p>
      </div>
    );
  return (
    <div class="empty">
      <p>{t('libraryNoResults')}</p>
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
    </div>
  );
}

/** How a library begins: by the button, by a list of pages, or with what another tool kept. */
function NothingYet() {
  const { t } = useTranslation();
  const { dependencies } = useLibrary();
  return (
    <div class="empty nothing-yet">
      <Icon name="library" />
      <p>{t('emptyLibrary')}</p>
      <div class="empty-parts">
        <Button icon="add" onClick={() => dependencies.clipList('')}>
          {t('jobsTitle')}
        </Button>
        <Button onClick={() => dependencies.visit('../options/index.html#transfer')}>
          {t('optionsTransfer')}
        </Button>
      </div>
    </div>
  );
}
