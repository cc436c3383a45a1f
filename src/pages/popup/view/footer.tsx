import { Button, IconButton } from '../../../ui/button.tsx';
import { countText, useTranslation } from '../../../ui/translation.ts';
import type { ClipList } from '../state/clip-list.ts';

export interface FooterProps {
  readonly clipList: ClipList;
  /** null where there is no panel, or this is it. */
  readonly onOpenPanel: (() => void) | null;
  readonly onOpenSettings: () => void;
}

export function Footer({ clipList, onOpenPanel, onOpenSettings }: FooterProps) {
  const translation = useTranslation();
  const { t } = translation;
  const counts = clipList.counts.value;
  return (
    <div class="popup-footer">
      <Button kind="quiet" icon="library" onClick={clipList.openLibrary}>
        {t('openLibrary')}
        {counts === null ? null : (
          <span class="popup-count">{countText(translation, 'clipCount', counts.clips)}</span>
        )}
      </Button>
      <span class="popup-footer-end">
        {clipList.mode.value === 'trash' ? null : (
          <Button kind="quiet" icon="trash" onClick={() => clipList.showTrash(true)}>
            {t('showTrash')}
            {counts === null || counts.trashed === 0 ? null : (
              <span class="popup-count">{counts.trashed}</span>
            )}
          </Button>
        )}
        {onOpenPanel === null ? null : (
          <IconButton icon="panel" label={t('openPanel')} keys="Alt+S" onClick={onOpenPanel} />
        )}
        <IconButton icon="gear" label={t('settings')} onClick={onOpenSettings} />
      </span>
    </div>
  );
}
