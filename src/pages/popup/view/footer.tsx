import { Button } from '../../../ui/button.tsx';
import { countText, useTranslation } from '../../../ui/translation.ts';
import type { Shelf } from '../state/shelf.ts';

export interface FooterProps {
  readonly shelf: Shelf;
  readonly onOpenLibrary: () => void;
}

export function Footer({ shelf, onOpenLibrary }: FooterProps) {
  const translation = useTranslation();
  const { t } = translation;
  const counts = shelf.counts.value;
  return (
    <div class="popup-footer">
      <Button kind="quiet" icon="shelf" onClick={onOpenLibrary}>
        {t('openLibrary')}
        {counts === null ? null : (
          <span class="popup-count">{countText(translation, 'clipCount', counts.clips)}</span>
        )}
      </Button>
      {shelf.mode.value === 'trash' ? null : (
        <Button kind="quiet" icon="trash" onClick={() => shelf.showTrash(true)}>
          {t('showTrash')}
          {counts === null || counts.trashed === 0 ? null : <span class="popup-count">{counts.trashed}</span>}
        </Button>
      )}
    </div>
  );
}
