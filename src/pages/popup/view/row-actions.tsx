import { IconButton } from '../../../ui/button.tsx';
import { useTranslation } from '../../../ui/translation.ts';
import { DeleteQuestion } from './delete-question.tsx';
import type { ListRow } from '../state/list-rows.ts';
import type { ClipList } from '../state/clip-list.ts';

/** What can be done with a row without opening it. */
export function RowActions({ clipList, row }: { readonly clipList: ClipList; readonly row: ListRow }) {
  const { t } = useTranslation();
  const { clip, excerpt } = row;
  if (clip.trashedAt !== null) {
    if (clipList.asked.value === clip.id)
      return (
        <DeleteQuestion
          clip={clip}
          onAnswer={(isMeant) => {
            clipList.ask(null);
            if (isMeant) clipList.deleteForGood(clip.id);
          }}
        />
      );
    return (
      <>
        <IconButton
          icon="restore"
          label={t('rowRestore', clip.title)}
          onClick={() => clipList.restore(clip.id)}
        />
        <IconButton icon="trash" label={t('rowDelete', clip.title)} onClick={() => clipList.ask(clip.id)} />
      </>
    );
  }
  return (
    <>
      {excerpt?.kind === 'code' ? (
        <IconButton
          icon="copy"
          label={t('rowCopyCode', clip.title)}
          onClick={() => clipList.copyCode(clip.id, excerpt.block)}
        />
      ) : null}
      <IconButton
        icon="star"
        label={t('rowStar', clip.title)}
        pressed={clip.starred}
        onClick={() => clipList.star(clip)}
      />
      <IconButton
        icon="check"
        label={t('rowRead', clip.title)}
        pressed={clip.readAt !== null}
        onClick={() => clipList.markRead(clip)}
      />
      <IconButton icon="trash" label={t('rowTrash', clip.title)} onClick={() => clipList.trash(clip.id)} />
    </>
  );
}
