import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import type { Clip } from '../../../core/clip/clip.ts';
import { editedClip } from '../../../core/library/bulk-edit.ts';
import { editOfRule, type ListRule } from '../../../core/library/smart-list.ts';
import type { BulkEdit } from '../../../core/library/bulk-edit.ts';
import { parseTags } from '../../../core/tag/tag.ts';
import { Icon } from '../../../ui/icon.tsx';
import { countText, useTranslation } from '../../../ui/translation.ts';
import { useLibrary } from '../state/library.ts';

/** Milliseconds without a key after which the query is asked. */
const typingPause = 200;

/** The clips that the query finds, and those that the rule would change; null while that is not known. */
export function useFoundClips(query: string, rule: ListRule | null) {
  const { smartLists, rows, dependencies } = useLibrary();
  const found = useSignal<readonly Clip[] | null>(null);
  const library = rows.rows.value;
  useEffect(() => {
    const controller = new AbortController();
    const ask = async () => {
      const clips = await smartLists.find(query);
      if (!controller.signal.aborted) found.value = clips;
    };
    const timer = setTimeout(() => void ask().catch(dependencies.reportBug), typingPause);
    return () => {
      clearTimeout(timer);
      controller.abort();
    };
  }, [query, library, found, smartLists, dependencies]);
  const edit = rule === null ? null : editOfRule(rule);
  const now = dependencies.now();
  return {
    found: found.value,
    changing:
      edit === null ? null : (found.value?.filter((clip) => editedClip(clip, edit, now) !== clip) ?? null),
  };
}

/** More than this nobody reads: the number says the rest. */
const shown = 8;

/** The clips that the rule would change if it ran now, and what of each. */
export function RulePreview({ clips, edit }: { readonly clips: readonly Clip[]; readonly edit: BulkEdit }) {
  const translation = useTranslation();
  const { t } = translation;
  if (clips.length === 0) return <p role="status">{t('smartListNothing')}</p>;
  return (
    <section class="rule-preview">
      <p role="status">{countText(translation, 'smartListChanges', clips.length)}</p>
      <ul aria-label={countText(translation, 'smartListChanges', clips.length)}>
        {clips.slice(0, shown).map((clip) => (
          <li key={clip.id}>
            <span class="rule-preview-title" dir="auto">
              {clip.title}
            </span>
            <span class="rule-preview-change">
              {parseTags(edit.addTags ?? [])
                .filter(({ key }) => !clip.tags.includes(key))
                .map(({ key, label }) => (
                  <span key={key} class="chip">
                    {label}
                  </span>
                ))}
              {edit.starred === true && !clip.starred ? <Mark icon="star" label={t('stateStarred')} /> : null}
              {edit.read === true && clip.readAt === null ? (
                <Mark icon="check" label={t('stateRead')} />
              ) : null}
            </span>
          </li>
        ))}
      </ul>
      {clips.length > shown ? <p>{t('smartListMore', clips.length - shown)}</p> : null}
    </section>
  );
}

function Mark({ icon, label }: { readonly icon: 'star' | 'check'; readonly label: string }) {
  return (
    <span title={label}>
      <Icon name={icon} />
      <span class="visually-hidden">{label}</span>
    </span>
  );
}
