import { Button, IconButton } from '../../../ui/button.tsx';
import { countText, useTranslation } from '../../../ui/translation.ts';
import type { Popup } from '../state/popup.ts';

/** So many clips since the last backup: one line, until it is waved away. */
export function BackupNotice({ popup }: { readonly popup: Popup }) {
  const translation = useTranslation();
  const { t } = translation;
  const { due, first, dismiss } = popup.backup;
  if (due.value === null) return null;
  const clips = countText(translation, 'clipCount', due.value);
  return (
    <div class="backup-line">
      <span>{t(first.value ? 'backupNone' : 'backupDue', clips)}</span>
      <Button kind="quiet" onClick={popup.openBackup}>
        {t('backupNow')}
      </Button>
      <IconButton icon="close" label={t('backupLater')} onClick={dismiss} />
    </div>
  );
}
