import { useEffect, useRef } from 'preact/hooks';
import { Icon } from './icon.tsx';
import type { FieldCompletion } from './completion-field.ts';
import { useTranslation } from './translation.ts';

export function completionId(id: string, index: number): string {
  return `${id}-completion-${index}`;
}

export interface SearchCompletionsProps {
  readonly id: string;
  readonly items: readonly FieldCompletion[];
  readonly shown: boolean;
  /** Index of the one that the arrow keys stand on, -1 for none. */
  readonly active: number;
  /** The key that takes the first of them. */
  readonly firstKey: string;
  readonly onTake: (item: FieldCompletion) => void;
}

/** One line below a search box, in the flow: it covers nothing. Focus stays in the box; its keys are the box's. */
export function SearchCompletions({ id, items, shown, active, firstKey, onTake }: SearchCompletionsProps) {
  const { t } = useTranslation();
  const list = useRef<HTMLUListElement>(null);
  useEffect(() => {
    list.current?.children.item(active)?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }, [active]);
  return (
    <ul
      ref={list}
      id={`${id}-completions`}
      class="completions"
      role="listbox"
      aria-orientation="horizontal"
      aria-label={t('searchCompletions')}
      hidden={!shown}
    >
      {items.map((item, index) => (
        <li
          key={`${item.label ?? ''} ${item.text}`}
          id={completionId(id, index)}
          class="completion"
          role="option"
          aria-selected={index === active}
          onMouseDown={(event) => {
            // A press would take the focus out of the box and close the list before the click.
            event.preventDefault();
          }}
          onClick={() => onTake(item)}
        >
          {item.label === undefined ? null : <Icon name="filter" />}
          <span dir="auto">{item.label ?? item.text}</span>
          {index === 0 && active < 0 ? <kbd aria-hidden="true">{firstKey}</kbd> : null}
        </li>
      ))}
    </ul>
  );
}
