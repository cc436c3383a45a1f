import { useEffect, useRef } from 'preact/hooks';
import { Button } from '../../../ui/button.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { countText, useTranslation } from '../../../ui/translation.ts';
import { useLibrary } from '../state/library.ts';

/** Asks once before clips of the trash are deleted for good, and names how many: it cannot be taken back. */
export function DeleteDialog({ all, onClose }: { readonly all: boolean; readonly onClose: () => void }) {
  const translation = useTranslation();
  const { t } = translation;
  const { selection, rows, edits } = useLibrary();
  const trashed = (all ? [...rows.byId.value.keys()] : selection.target.value).filter((id) => {
    const clip = rows.byId.value.get(id);
    return clip !== undefined && clip.trashedAt !== null;
  });
  const not = useRef<HTMLButtonElement>(null);
  useEffect(() => not.current?.focus(), []);
  const many = countText(translation, 'clipCount', trashed.length);
  return (
    <Dialog title={t(all ? 'emptyTrashAction' : 'deleteForGood')} kind="delete-dialog" onClose={onClose}>
      <p>{t('deleteQuestion', many)}</p>
      <div class="dialog-actions">
        <Button buttonRef={not} onClick={onClose}>
          {t('deleteNot')}
        </Button>
        <Button
          kind="primary"
          onClick={() => {
            onClose();
            if (trashed.length > 0) void edits.deleteClips(trashed, `${t('deletedForGood')} · ${many}`);
          }}
        >
          {t('deleteMany', many)}
        </Button>
      </div>
    </Dialog>
  );
}
