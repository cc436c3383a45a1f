import { Button } from '../../../ui/button.tsx';
import { type Translation, countText, useTranslation } from '../../../ui/translation.ts';
import type { SearchResult } from '../state/search-state.ts';
import type { Shelf } from '../state/shelf.ts';

/** What the list is, and how long. */
export function ShelfHeading({ shelf }: { readonly shelf: Shelf }) {
  const translation = useTranslation();
  const { t } = translation;
  const mode = shelf.mode.value;
  if (mode === 'trash') {
    return (
      <div class="shelf-heading">
        <h2>{t('listTrash')}</h2>
        <span class="popup-count">{t('trashExplained')}</span>
        <Button kind="quiet" onClick={() => shelf.showTrash(false)}>
          {t('backToRecent')}
        </Button>
      </div>
    );
  }
  const result = mode === 'search' ? shelf.search.result.value : null;
  return (
    <div class="shelf-heading">
      <h2>{t(mode === 'search' ? 'listResults' : 'listRecent')}</h2>
      {result === null ? null : <span class="popup-count">{totalText(translation, result)}</span>}
    </div>
  );
}

function totalText(translation: Translation, { answer, rows }: SearchResult): string {
  return answer.totalExact
    ? countText(translation, 'results', answer.total)
    : translation.t('resultsMore', rows.length);
}
