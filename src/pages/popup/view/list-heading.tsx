import { Button } from '../../../ui/button.tsx';
import { type Translation, countText, useTranslation } from '../../../ui/translation.ts';
import type { SearchResult } from '../state/search-state.ts';
import type { ClipList } from '../state/clip-list.ts';

/** What the list is, and how long; where a query stands, the way to all of it. */
export function ListHeading({ clipList }: { readonly clipList: ClipList }) {
  const translation = useTranslation();
  const { t } = translation;
  const mode = clipList.mode.value;
  if (mode === 'trash') {
    return (
      <div class="clips-heading">
        <h2>{t('listTrash')}</h2>
        <span class="popup-count">{t('trashExplained')}</span>
        <Button kind="quiet" onClick={() => clipList.showTrash(false)}>
          {t('backToRecent')}
        </Button>
      </div>
    );
  }
  const result = mode === 'search' ? clipList.search.result.value : null;
  return (
    <div class="clips-heading">
      <h2>{t(mode === 'search' ? 'listResults' : 'listRecent')}</h2>
      {result === null || result.rows.length === 0 ? null : (
        <Button kind="quiet" onClick={clipList.openLibrary}>
          {allText(translation, result)}
        </Button>
      )}
    </div>
  );
}

function allText(translation: Translation, { answer, rows }: SearchResult): string {
  return answer.totalExact
    ? countText(translation, 'allInLibrary', answer.total)
    : translation.t('moreInLibrary', new Intl.NumberFormat(translation.language).format(rows.length));
}
