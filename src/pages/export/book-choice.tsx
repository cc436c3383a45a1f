import type { Signal } from '@preact/signals';
import { useTranslation } from '../../ui/translation.ts';

/** Whether highlights and their notes go along into a book. */
export function BookChoice({ highlights }: { readonly highlights: Signal<boolean> }) {
  const { t } = useTranslation();
  return (
    <label class="options-check">
      <input
        type="checkbox"
        checked={highlights.value}
        onChange={({ currentTarget }) => (highlights.value = currentTarget.checked)}
      />
      <span>{t('epubHighlights')}</span>
    </label>
  );
}
