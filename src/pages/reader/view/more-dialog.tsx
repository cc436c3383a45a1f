import type { MessageKey } from '../../../browser/translate.ts';
import { Button } from '../../../ui/button.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import type { IconName } from '../../../ui/icon.tsx';
import { countText, useTranslation } from '../../../ui/translation.ts';
import { exportFormats } from '../../export/export-formats.ts';
import type { ReaderActions } from '../state/actions.ts';
import type { ReaderCopying } from '../state/copying.ts';
import type { ShownClip } from '../state/reader.ts';
import type { ClipWork } from '../state/work.ts';

export interface MoreDialogProps {
  readonly shown: ShownClip;
  readonly actions: Pick<ReaderActions, keyof ReaderCopying>;
  readonly work: ClipWork;
  readonly onClose: () => void;
}

const copies: readonly (readonly [keyof ReaderCopying, IconName, MessageKey])[] = [
  ['copyMarkdown', 'copy', 'readerCopyMarkdown'],
  ['copyRich', 'copy', 'copyRich'],
  ['copyLink', 'link', 'copyLink'],
  ['copyLinkMarkdown', 'link', 'copyLinkMarkdown'],
  ['sendToObsidian', 'external', 'sendToObsidian'],
];

/** What is done with the clip as a whole, and not every day. */
export function MoreDialog({ shown, actions, work, onClose }: MoreDialogProps) {
  const translation = useTranslation();
  const { t } = translation;
  return (
    <Dialog title={t('readerMore')} kind="more-dialog" onClose={onClose}>
      <h3>{t('copyTitle')}</h3>
      <div class="more-buttons">
        {copies.map(([name, icon, label]) => (
          <Button
            key={name}
            icon={icon}
            onClick={() => {
              onClose();
              actions[name]();
            }}
          >
            {t(label)}
          </Button>
        ))}
      </div>
      <h3>{t('exportTitle')}</h3>
      <div class="more-buttons">
        {exportFormats.map(([format, label]) => (
          <Button key={format} onClick={() => work.exportAs(format)}>
            {t(label)}
          </Button>
        ))}
      </div>
      <h3>{t('versionsTitle')}</h3>
      <p>
        {shown.versions === 0 ? t('versionsNone') : countText(translation, 'versionCount', shown.versions)}
      </p>
      {shown.versions === 0 ? null : (
        <div class="more-buttons">
          <Button icon="restore" onClick={work.versions.show}>
            {t('versionsShow')}
          </Button>
        </div>
      )}
      <h3>{t('reextractTitle')}</h3>
      <p>{t(shown.hasSource ? 'reextractWhat' : 'failureClipNoSource')}</p>
      {shown.hasSource ? (
        <div class="more-buttons">
          <Button icon="update" busy={work.reextracting.value} onClick={work.reextract}>
            {t('reextractNow')}
          </Button>
        </div>
      ) : null}
    </Dialog>
  );
}
