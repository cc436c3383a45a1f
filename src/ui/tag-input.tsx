import type { Ref } from 'preact';
import { useId } from 'preact/hooks';
import { Chip } from './chip.tsx';
import { type TagEntry, type TagSuggestion, withoutTag } from './tag-entry.ts';
import { useTagField } from './tag-field.ts';
import { TagOptions, optionId } from './tag-options.tsx';
import { useTranslation } from './translation.ts';

export interface TagInputProps {
  readonly entry: TagEntry;
  readonly suggestions: readonly TagSuggestion[];
  readonly onChange: (entry: TagEntry) => void;
  /** Enter in an empty field: the user is done with tags. */
  readonly onDone?: () => void;
  readonly inputRef?: Ref<HTMLInputElement>;
}

/** Chips and a combobox (ARIA Authoring Practices, "editable combobox with list autocomplete"). */
export function TagInput({ entry, suggestions, onChange, onDone, inputRef = null }: TagInputProps) {
  const { t } = useTranslation();
  const id = useId();
  const field = useTagField({ entry, suggestions, onChange, onDone });
  return (
    <div class="tag-input">
      <div class="tag-input-box" onMouseDown={focusField}>
        <Chips tags={entry.tags} onRemove={(tag) => field.change(withoutTag(entry, tag))} />
        <input
          ref={inputRef}
          class="tag-input-field"
          type="text"
          role="combobox"
          aria-autocomplete="list"
          aria-label={t('tagsLabel')}
          aria-expanded={field.shown}
          aria-controls={`${id}-options`}
          aria-activedescendant={field.active < 0 ? undefined : optionId(id, field.active)}
          placeholder={entry.tags.length === 0 ? t('tagsPlaceholder') : ''}
          autocomplete="off"
          autocapitalize="off"
          spellcheck={false}
          value={entry.text}
          onFocus={field.onFocus}
          onBlur={(event) => {
            // Its first row is what is looked at.
            event.currentTarget.parentElement?.scrollTo({ top: 0 });
            field.onBlur();
          }}
          onInput={(event) => field.onText(event.currentTarget.value, event.isComposing)}
          onCompositionEnd={(event) => field.onText(event.currentTarget.value, false)}
          onKeyDown={field.onKeyDown}
        />
      </div>
      <TagOptions
        id={id}
        options={field.options}
        shown={field.shown}
        active={field.active}
        onChoose={field.choose}
      />
    </div>
  );
}

/** A press beside the field means the field. */
function focusField(event: MouseEvent): void {
  if (event.target !== event.currentTarget || !(event.currentTarget instanceof Element)) return;
  event.preventDefault();
  event.currentTarget.querySelector('input')?.focus();
}

function Chips({ tags, onRemove }: { tags: readonly string[]; onRemove: (tag: string) => void }) {
  const { t } = useTranslation();
  if (tags.length === 0) return null;
  return (
    <ul class="tag-input-chips" aria-label={t('tagsChosen')}>
      {tags.map((tag) => (
        <li key={tag}>
          <Chip label={tag} onRemove={() => onRemove(tag)} />
        </li>
      ))}
    </ul>
  );
}
