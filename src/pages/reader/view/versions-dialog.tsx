import type { Replacement } from '../../../core/clip/whole-clip.ts';
import type { MessageKey } from '../../../browser/translate.ts';
import type { VersionRow } from '../../../database/database.ts';
import { Button } from '../../../ui/button.tsx';
import { fullDate } from '../../../ui/date-text.ts';
import { Dialog } from '../../../ui/dialog.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { useTranslation } from '../../../ui/translation.ts';
import type { Versions } from '../state/versions.ts';
import { ChangeList } from './change-list.tsx';

const reasons: Record<Replacement['by'], MessageKey> = {
  clip: 'replacedByClip',
  're-extract': 'replacedByReextraction',
  restore: 'replacedByRestore',
  backup: 'replacedByBackup',
  lesser: 'replacedByLesser',
};

/** The earlier texts of the clip; of the chosen one, what has changed since, and the way back to it. */
export function VersionsDialog({
  versions,
  onClose,
}: {
  readonly versions: Versions;
  readonly onClose: () => void;
}) {
  const { t } = useTranslation();
  const list = versions.list.value;
  const chosen = versions.chosen.value;
  const undo = { label: t('undo'), run: versions.putBack };
  return (
    <Dialog title={t('versionsTitle')} kind="versions-dialog" onClose={onClose}>
      <div role="status">
        {versions.deleted.value === null ? null : (
          <Notice tone="info" text={t('versionDeleted')} action={undo} />
        )}
        {list === null ? <p>{t('versionsLoading')}</p> : null}
        {list?.length === 0 ? <p>{t('versionsNone')}</p> : null}
      </div>
      {list === null || list.length === 0 ? null : (
        <ul class="version-list">
          {list.map((version) => (
            <li key={version.id}>
              <VersionButton
                version={version}
                chosen={version.id === chosen?.id}
                onChoose={() => versions.choose(version)}
              />
            </li>
          ))}
        </ul>
      )}
      {list === null || chosen === null ? null : (
        <>
          <div class="version-tools">
            <Button icon="restore" onClick={() => versions.restore(chosen)}>
              {t('versionRestore')}
            </Button>
            <Button kind="quiet" icon="trash" onClick={() => versions.remove(chosen)}>
              {t('versionDelete')}
            </Button>
          </div>
          <h3>{t('versionChanges')}</h3>
          <ChangeList changes={versions.changes.value} />
        </>
      )}
    </Dialog>
  );
}

function VersionButton({
  version: { takenAt, body, replaced },
  chosen,
  onChoose,
}: {
  readonly version: VersionRow;
  readonly chosen: boolean;
  readonly onChoose: () => void;
}) {
  const { t, language } = useTranslation();
  return (
    <button type="button" class="version" aria-pressed={chosen} onClick={onChoose}>
      <span>{t('versionTaken', fullDate(takenAt, language))}</span>
      <span class="version-why">
        {t('integrityExtractor', body.integrity.extractorVersion)}
        {replaced === undefined ? null : ` · ${t(reasons[replaced.by], fullDate(replaced.at, language))}`}
      </span>
    </button>
  );
}
