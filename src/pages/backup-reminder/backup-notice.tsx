import { Button, IconButton } from '../../ui/button.tsx';
import { countText, useTranslation } from '../../ui/translation.ts';
import type { BackupLine } from './backup-line.ts';

export interface BackupNoticeProps {
  readonly backup: BackupLine;
  /** Opens the page that backs up. */
  readonly onBackUp: () => void;
}

/** That the browser has lost the library, or so many clips since the last backup: one line, until it is waved away. */
export function BackupNotice({ backup, onBackUp }: BackupNoticeProps) {
  const translation = useTranslation();
  const { t } = translation;
  const { due, first, dismiss, isLost, forgetLoss } = backup;
  if (isLost.value) {
    return (
      <div class="backup-line" role="alert">
        <span>{t('libraryLost')}</span>
        <Button kind="quiet" onClick={onBackUp}>
          {t('libraryLostRestore')}
        </Button>
        <IconButton icon="close" label={t('libraryLostClose')} onClick={forgetLoss} />
      </div>
    );
  }
  if (due.value === null) return null;
  const clips = countText(translation, 'clipCount', due.value);
  return (
    <div class="backup-line">
      <span>{t(first.value ? 'backupNone' : 'backupDue', clips)}</span>
      <Button kind="quiet" onClick={onBackUp}>
        {t('backupNow')}
      </Button>
      <IconButton icon="close" label={t('backupLater')} onClick={dismiss} />
    </div>
  );
}
