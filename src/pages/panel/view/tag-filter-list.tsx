import { useTranslation } from '../../../ui/translation.ts';
import type { TagFilters } from '../state/tag-filters.ts';

/** The tags that were used last; pressed ones narrow the list. */
export function TagFilterList({ tags }: { readonly tags: TagFilters }) {
  const { t } = useTranslation();
  if (tags.list.value.length === 0) return null;
  return (
    <ul class="panel-tags" aria-label={t('panelTags')}>
      {tags.list.value.map(({ key, label, pressed }) => (
        <li key={key}>
          <button
            type="button"
            class="panel-tag"
            title={label}
            aria-pressed={pressed}
            onClick={() => tags.toggle(key)}
          >
            {label}
          </button>
        </li>
      ))}
    </ul>
  );
}
