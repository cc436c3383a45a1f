import { Icon } from './icon.tsx';
import { useTranslation } from './translation.ts';

/** A tag, with a cross where it can be removed. */
export function Chip({ label, onRemove }: { readonly label: string; readonly onRemove?: () => void }) {
  const { t } = useTranslation();
  return (
    <span class="chip">
      <span class="chip-label" title={label}>
        {label}
      </span>
      {onRemove === undefined ? null : (
        <button type="button" class="chip-remove" aria-label={t('removeTag', label)} onClick={onRemove}>
          <Icon name="close" />
        </button>
      )}
    </span>
  );
}
