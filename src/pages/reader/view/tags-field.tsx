import { type Signal, useSignal } from '@preact/signals';
import { type Ref } from 'preact';
import { useEffect } from 'preact/hooks';
import type { TagEntry, TagSuggestion } from '../../../ui/tag-entry.ts';
import { TagInput } from '../../../ui/tag-input.tsx';
import { useTranslation } from '../../../ui/translation.ts';

export interface TagsFieldProps {
  readonly entry: Signal<TagEntry>;
  readonly suggestTags: (text: string) => Promise<readonly TagSuggestion[]>;
  readonly reportBug: (error: unknown) => void;
  readonly inputRef?: Ref<HTMLInputElement>;
}

/** Offers tags for the text as it is now: an answer that comes after more was typed is dropped. */
export function TagsField({ entry, suggestTags, reportBug, inputRef = null }: TagsFieldProps) {
  const { t } = useTranslation();
  const suggestions = useSignal<readonly TagSuggestion[]>([]);
  const { text } = entry.value;
  useEffect(() => {
    let isStale = false;
    const show = async () => {
      const tags = await suggestTags(text);
      if (!isStale) suggestions.value = tags;
    };
    show().catch(reportBug);
    return () => {
      isStale = true;
    };
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- the functions are the same as long as the dialog is open
  }, [text]);
  return (
    <div class="field">
      <span aria-hidden="true">{t('tagsLabel')}</span>
      <TagInput
        entry={entry.value}
        suggestions={suggestions.value}
        onChange={(next) => (entry.value = next)}
        inputRef={inputRef}
      />
    </div>
  );
}
