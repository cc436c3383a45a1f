import { Button, IconButton } from '../../../ui/button.tsx';
import { Toolbar } from '../../../ui/toolbar.tsx';
import { countText, useTranslation } from '../../../ui/translation.ts';
import { useLibrary } from '../state/library.ts';
import { copyLinks, openSelected } from '../state/selected-links.ts';

/** What can be done with all ticked clips; the keys do the same. */
export function SelectionBar() {
  const translation = useTranslation();
  const { t } = translation;
  const { selection, selectAll, results, edits, rows, showDialog } = useLibrary();
  const ids = [...selection.ids.value];
  const clips = ids.flatMap((id) => rows.byId.value.get(id) ?? []);
  const starred = clips.length > 0 && clips.every((clip) => clip.starred);
  const read = clips.length > 0 && clips.every((clip) => clip.readAt !== null);
  const trashed = clips.length > 0 && clips.every((clip) => clip.trashedAt !== null);
  const many = countText(translation, 'clipCount', ids.length);
  const isAll = ids.length === Math.max(results.clips.value.length, results.answer.value?.total ?? 0);
  return (
    <Toolbar class="list-bar selection-bar" label={t('selectionTools')}>
      <IconButton icon="close" label={t('actionClear')} onClick={selection.clear} />
      <span class="list-count" role="status">
        {t('selectionCount', many)}
      </span>
      {isAll ? null : (
        <Button kind="quiet" onClick={selectAll}>
          {t('actionSelectAll')}
        </Button>
      )}
      <span class="list-tools">
        <IconButton icon="tag" label={t('actionAddTags')} onClick={() => showDialog('add-tags')} />
        <IconButton icon="untag" label={t('actionRemoveTags')} onClick={() => showDialog('remove-tags')} />
        <IconButton
          icon="star"
          label={t(starred ? 'actionUnstar' : 'actionStar')}
          onClick={() =>
            void edits.editClips(
              ids,
              { starred: !starred },
              `${t(starred ? 'doneUnstarred' : 'doneStarred')} · ${many}`,
            )
          }
        />
        <IconButton
          icon="check"
          label={t(read ? 'actionUnread' : 'actionRead')}
          onClick={() =>
            void edits.editClips(ids, { read: !read }, `${t(read ? 'doneUnread' : 'doneRead')} · ${many}`)
          }
        />
        <IconButton
          icon={trashed ? 'restore' : 'trash'}
          label={t(trashed ? 'clipRestore' : 'actionTrash')}
          onClick={() =>
            void edits.editClips(
              ids,
              { trashed: !trashed },
              `${t(trashed ? 'restored' : 'movedToTrash')} · ${many}`,
            )
          }
        />
        <OtherTools />
        {trashed ? (
          <Button kind="quiet" onClick={() => showDialog('delete')}>
            {t('deleteForGood')}
          </Button>
        ) : null}
      </span>
    </Toolbar>
  );
}

/** The clips in tabs of their own; their addresses; files of them. */
function OtherTools() {
  const { t } = useTranslation();
  const library = useLibrary();
  return (
    <>
      <IconButton icon="external" label={t('actionOpenSelected')} onClick={() => openSelected(library)} />
      <IconButton icon="link" label={t('actionCopyLinks')} onClick={() => copyLinks(library)} />
      <IconButton icon="more" label={t('actionWork')} onClick={() => library.showDialog('work')} />
    </>
  );
}
