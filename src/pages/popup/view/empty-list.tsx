import type { ComponentChildren } from 'preact';
import { Icon } from '../../../ui/icon.tsx';
import { useTranslation } from '../../../ui/translation.ts';
import type { ClipList } from '../state/clip-list.ts';

/** What stands in place of rows where there are none; `children` where the library has no clip. */
export function EmptyList({
  clipList,
  children,
}: {
  readonly clipList: ClipList;
  readonly children: ComponentChildren;
}) {
  const { t } = useTranslation();
  const mode = clipList.mode.value;
  if (mode === 'search') return <NoResults clipList={clipList} />;
  return (
    <div class="empty-list">
      <Icon name={mode === 'trash' ? 'trash' : 'library'} />
      {mode === 'trash' ? <p>{t('emptyTrash')}</p> : children}
    </div>
  );
}

/** How the query was read, piece by piece; each can be dropped. */
function NoResults({ clipList }: { readonly clipList: ClipList }) {
  const { t } = useTranslation();
  const { search } = clipList;
  const code = clipList.queryCode.value;
  const text = search.result.value?.query ?? '';
  const pieces = code?.queryPieces(text) ?? [];
  return (
    <div class="empty-list">
      <Icon name="search" />
      <p>{t('noResults')}</p>
      <ul class="query-pieces">
        {pieces.map((piece) => (
          <li key={piece.start} class="chip">
            <span class="chip-label">{piece.raw}</span>
            {pieces.length === 1 ? null : (
              <button
                type="button"
                class="chip-remove"
                aria-label={t('noResultsDrop', piece.raw)}
                title={t('noResultsDrop', piece.raw)}
                onClick={() => search.setQuery(code?.withoutPiece(text, piece) ?? text)}
              >
                <Icon name="close" />
              </button>
            )}
          </li>
        ))}
      </ul>
    </div>
  );
}
