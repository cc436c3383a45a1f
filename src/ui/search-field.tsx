import type { Ref } from 'preact';
import { IconButton } from './button.tsx';
import { Icon } from './icon.tsx';
import { useTranslation } from './translation.ts';

export interface SearchFieldProps {
  readonly value: string;
  readonly onInput: (value: string) => void;
  readonly onKeyDown: (event: KeyboardEvent) => void;
  readonly inputRef: Ref<HTMLInputElement>;
  /** A help for the query language, where the page has one. */
  readonly help?: { readonly shown: boolean; readonly toggle: () => void };
}

/** A search box with its key (`/`) shown while it is empty. Typing reports every change, also within a composition. */
export function SearchField({ value, onInput, onKeyDown, inputRef, help }: SearchFieldProps) {
  const { t } = useTranslation();
  return (
    <div class="search-field" role="search">
      <Icon name="search" />
      <input
        ref={inputRef}
        class="text-field"
        type="search"
        value={value}
        aria-label={t('searchLabel')}
        aria-keyshortcuts="/"
        placeholder={t('searchPlaceholder')}
        autocomplete="off"
        spellcheck={false}
        maxLength={1000}
        onInput={(event) => onInput(event.currentTarget.value)}
        onKeyDown={onKeyDown}
      />
      <span class="search-field-end">
        {value === '' ? null : (
          <IconButton icon="close" label={t('searchClear')} onClick={() => onInput('')} />
        )}
        {help === undefined ? (
          <SlashKey shown={value === ''} />
        ) : (
          <IconButton icon="help" label={t('searchHelp')} pressed={help.shown} onClick={help.toggle} />
        )}
      </span>
    </div>
  );
}

function SlashKey({ shown }: { readonly shown: boolean }) {
  return shown ? <kbd aria-hidden="true">/</kbd> : null;
}
