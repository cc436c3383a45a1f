import { useSignal } from '@preact/signals';
import { type NearDuplicates } from '../../../core/tag/near-duplicates.ts';
import { mergeTags } from '../../../core/tag/replace-tags.ts';
import type { MessageKey } from '../../../browser/translate.ts';
import { Button } from '../../../ui/button.tsx';
import { useTranslation } from '../../../ui/translation.ts';
import { useLibrary } from '../state/library.ts';

const shownAtFirst = 5;

const reasons: Record<NearDuplicates['reason'], MessageKey> = {
  'same-letters': 'duplicateSameLetters',
  plural: 'duplicatePlural',
  'short-form': 'duplicateShortForm',
  'other-name': 'duplicateOtherName',
};

/** Tags that seem to mean the same, each group with one press to make them one. */
export function NearDuplicateList() {
  const { t } = useTranslation();
  const { tags } = useLibrary();
  const all = useSignal(false);
  const groups = tags.duplicates.value;
  if (groups.length === 0) return null;
  return (
    <section class="duplicates">
      <h2>{t('duplicatesTitle')}</h2>
      <ul>
        {groups.slice(0, all.value ? 100 : shownAtFirst).map((group) => (
          <li key={group.tags.map((tag) => tag.key).join('\n')}>
            <DuplicateGroup group={group} />
          </li>
        ))}
      </ul>
      {groups.length > shownAtFirst ? (
        <Button kind="quiet" onClick={() => (all.value = !all.value)}>
          {all.value ? t('facetFewer') : t('facetMore', groups.length - shownAtFirst)}
        </Button>
      ) : null}
    </section>
  );
}

function DuplicateGroup({ group }: { readonly group: NearDuplicates }) {
  const { t } = useTranslation();
  const { tags, edits } = useLibrary();
  const merge = (into: (typeof group.tags)[number]) => {
    const keys = group.tags.map((tag) => tag.key);
    void edits.replaceTags(mergeTags(tags.tags.peek(), keys, into), t('doneTagsMerged', into.label));
  };
  return (
    <div class="duplicate">
      <p class="duplicate-tags">
        {group.tags.map((tag) => (
          <span key={tag.key} class="chip">
            <span class="chip-label">{tag.label}</span>
            <span class="duplicate-count">{tags.counts.value.get(tag.key) ?? 0}</span>
          </span>
        ))}
        <span class="duplicate-reason">{t(reasons[group.reason])}</span>
      </p>
      <p class="duplicate-actions">
        {group.tags.slice(0, 3).map((tag) => (
          <Button key={tag.key} onClick={() => merge(tag)}>
            {t('duplicateMerge', tag.label)}
          </Button>
        ))}
      </p>
    </div>
  );
}
