import { useId } from 'preact/hooks';
import { editOfRule, type ListRule } from '../../../core/library/smart-list.ts';
import { parseTag } from '../../../core/tag/tag.ts';
import { type TagEntry, type TagSuggestion, committed } from '../../../ui/tag-entry.ts';
import { TagInput } from '../../../ui/tag-input.tsx';
import { useTranslation } from '../../../ui/translation.ts';
import { type Library, useLibrary } from '../state/library.ts';

/** A rule while it is edited. */
export interface RuleEntry extends Omit<ListRule, 'addTags'> {
  readonly tags: TagEntry;
}

export function ruleEntryOf(rule: ListRule | null): RuleEntry {
  const { addTags = [], star = false, markRead = false, runsOnNewClips = false } = rule ?? {};
  return { tags: { tags: addTags, text: '' }, star, markRead, runsOnNewClips };
}

/** null where it does nothing. */
export function ruleOf({ tags, star, markRead, runsOnNewClips }: RuleEntry): ListRule | null {
  const rule = { addTags: committed(tags).tags, star, markRead, runsOnNewClips };
  return editOfRule(rule) === null ? null : rule;
}

/** What is done to the clips of a list, and whether new ones get it by themselves. */
export function RuleFields({ entry }: { readonly entry: { value: RuleEntry } }) {
  const { t } = useTranslation();
  const library = useLibrary();
  const id = useId();
  const change = (part: Partial<RuleEntry>) => (entry.value = { ...entry.value, ...part });
  const { tags, star, markRead, runsOnNewClips } = entry.value;
  const isNothing = ruleOf(entry.value) === null;
  return (
    <fieldset class="rule-fields" aria-labelledby={id}>
      <h3 id={id}>{t('smartListAlso')}</h3>
      <TagInput
        entry={tags}
        suggestions={suggestionsFor(library, tags.text)}
        onChange={(next) => change({ tags: next })}
      />
      <Choice label={t('smartListStar')} checked={star} onChange={(next) => change({ star: next })} />
      <Choice label={t('smartListRead')} checked={markRead} onChange={(next) => change({ markRead: next })} />
      <Choice
        label={t('smartListByItself')}
        checked={runsOnNewClips && !isNothing}
        disabled={isNothing}
        onChange={(next) => change({ runsOnNewClips: next })}
      />
    </fieldset>
  );
}

interface ChoiceProps {
  readonly label: string;
  readonly checked: boolean;
  readonly disabled?: boolean;
  readonly onChange: (checked: boolean) => void;
}

function Choice({ label, checked, disabled = false, onChange }: ChoiceProps) {
  return (
    <label class="rule-choice">
      <input
        type="checkbox"
        checked={checked}
        disabled={disabled}
        onChange={(event) => onChange(event.currentTarget.checked)}
      />
      {label}
    </label>
  );
}

const shown = 6;

function suggestionsFor({ tags }: Library, text: string): TagSuggestion[] {
  const typed = parseTag(text)?.key ?? '';
  if (typed === '') return [];
  return [...tags.byKey.value.keys()]
    .filter((key) => key.includes(typed))
    .toSorted((a, b) => (tags.counts.value.get(b) ?? 0) - (tags.counts.value.get(a) ?? 0))
    .slice(0, shown)
    .map((key) => ({ label: tags.label(key), origin: 'known' }));
}
