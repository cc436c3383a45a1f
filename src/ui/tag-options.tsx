import { useEffect, useRef } from 'preact/hooks';
import type { TagSuggestion } from './tag-entry.ts';
import { useTranslation } from './translation.ts';

export function optionId(id: string, index: number): string {
  return `${id}-option-${index}`;
}

export interface TagOptionsProps {
  readonly id: string;
  readonly options: readonly TagSuggestion[];
  readonly shown: boolean;
  /** Index of the option that the arrow keys stand on, -1 for none. */
  readonly active: number;
  readonly onChoose: (option: TagSuggestion) => void;
}

/** The list of a tag field. Focus stays in the field; its keys are the field's. */
export function TagOptions({ id, options, shown, active, onChoose }: TagOptionsProps) {
  const { t } = useTranslation();
  const list = useRef<HTMLUListElement>(null);
  useEffect(() => {
    list.current?.children.item(active)?.scrollIntoView({ block: 'nearest' });
  }, [active]);
  return (
    <ul
      ref={list}
      id={`${id}-options`}
      class="tag-options"
      role="listbox"
      aria-label={t('tagSuggestions')}
      hidden={!shown}
    >
      {options.map((option, index) => (
        <li
          key={option.label}
          id={optionId(id, index)}
          class="tag-option"
          role="option"
          aria-selected={index === active}
          aria-keyshortcuts={index < 9 ? `Alt+${index + 1}` : undefined}
          onMouseDown={(event) => {
            // A press would take the focus out of the field and close the list before the click.
            event.preventDefault();
          }}
          onClick={() => onChoose(option)}
        >
          <span dir="auto">{option.origin === 'new' ? t('tagNew', option.label) : option.label}</span>
          <span class="tag-option-end">
            <OptionOrigin origin={option.origin} />
            {index < 9 ? (
              <kbd aria-hidden="true">
                <span class="tag-option-alt">Alt </span>
                {index + 1}
              </kbd>
            ) : null}
          </span>
        </li>
      ))}
    </ul>
  );
}

const origins = {
  recent: 'tagRecent',
  page: 'tagOfPage',
  similar: 'tagOfSimilar',
  title: 'tagOfTitle',
  code: 'tagOfCode',
} as const;

function OptionOrigin({ origin }: { readonly origin: TagSuggestion['origin'] }) {
  const { t } = useTranslation();
  if (origin === 'known' || origin === 'new') return null;
  return <span class="tag-option-origin">{t(origins[origin])}</span>;
}
