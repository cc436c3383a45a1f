import type { RefObject } from 'preact';
import { useId } from 'preact/hooks';
import { IconButton } from './button.tsx';
import { type Complete, useCompletionField } from './completion-field.ts';
import { Icon } from './icon.tsx';
import { SearchCompletions, completionId } from './search-completions.tsx';
import { useTranslation } from './translation.ts';

export interface SearchFieldProps {
  readonly value: string;
  readonly onInput: (value: string) => void;
  readonly onKeyDown: (event: KeyboardEvent) => void;
  readonly inputRef: RefObject<HTMLInputElement | null>;
  /** What the text at the caret may become. */
  readonly complete: Complete;
  /** The help for the query language; nothing where the page shows it elsewhere. */
  readonly help?: { readonly shown: boolean; readonly toggle: () => void };
}

/**
 * A search box, and below it what the typed text may become (ARIA Authoring
 * Practices, "editable combobox with list autocomplete"). Typing reports every change, also within a composition.
 */
export function SearchField({ value, onInput, onKeyDown, inputRef, complete, help }: SearchFieldProps) {
  const { t } = useTranslation();
  const id = useId();
  const list = useCompletionField({ value, onInput, complete, field: inputRef });
  const look = ({ currentTarget }: { readonly currentTarget: HTMLInputElement }) => list.look(currentTarget);
  return (
    <>
      <div class="search-field" role="search">
        <Icon name="search" />
        <input
          ref={inputRef}
          class="text-field"
          type="text"
          inputMode="search"
          enterkeyhint="search"
          role="combobox"
          aria-autocomplete="list"
          aria-expanded={list.shown}
          aria-controls={`${id}-completions`}
          aria-activedescendant={list.active < 0 ? undefined : completionId(id, list.active)}
          value={value}
          aria-label={t('searchLabel')}
          aria-keyshortcuts="/"
          placeholder={t('searchPlaceholder')}
          autocomplete="off"
          spellcheck={false}
          maxLength={1000}
          onFocus={list.onFocus}
          onBlur={list.onBlur}
          onInput={(event) => list.onText(event.currentTarget)}
          onKeyUp={look}
          onClick={look}
          onKeyDown={(event) => {
            if (!list.takesKey(event)) onKeyDown(event);
          }}
        />
        <span class="search-field-end">
          {value === '' ? null : (
            <IconButton icon="close" label={t('searchClear')} onClick={() => onInput('')} />
          )}
          {help === undefined ? null : (
            <IconButton icon="help" label={t('searchHelp')} pressed={help.shown} onClick={help.toggle} />
          )}
        </span>
      </div>
      <SearchCompletions
        id={id}
        items={list.items}
        shown={list.shown}
        active={list.active}
        firstKey={list.named ? 'Tab' : '→'}
        onTake={list.take}
      />
    </>
  );
}
