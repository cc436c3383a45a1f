import { useSignal } from '@preact/signals';
import { useLeaving } from './leaving.ts';
import {
  type TagEntry,
  type TagSuggestion,
  committed,
  reopened,
  tagOptions,
  typed,
  withTags,
} from './tag-entry.ts';

export interface TagFieldOptions {
  readonly entry: TagEntry;
  readonly suggestions: readonly TagSuggestion[];
  readonly onChange: (entry: TagEntry) => void;
  readonly onDone: (() => void) | undefined;
}

/** The behaviour of a tag field: its list, the option the arrow keys stand on, and what its keys do. */
export function useTagField({ entry, suggestions, onChange, onDone }: TagFieldOptions) {
  const open = useSignal(false);
  const active = useSignal(-1);
  const options = tagOptions(entry, suggestions);
  const shown = open.value && options.length > 0;
  const activeOption = shown ? options[active.value] : undefined;
  const pending = activeOption !== undefined || entry.text.trim() !== '';

  const change = (next: TagEntry) => {
    active.value = -1;
    onChange(next);
  };
  const choose = (option: TagSuggestion) => change({ ...withTags(entry, [option.label]), text: '' });
  const commit = () => (activeOption === undefined ? change(committed(entry)) : choose(activeOption));
  const close = () => {
    open.value = false;
    active.value = -1;
  };
  const leaving = useLeaving(close);
  /** Through the options and, before the first, the text itself. */
  const move = (step: number) => {
    open.value = true;
    const places = options.length + 1;
    active.value = ((active.value + 1 + step + places) % places) - 1;
  };
  const actionOf = ({ key, code, altKey, shiftKey, ctrlKey, metaKey }: KeyboardEvent) => {
    // The dialog's: what is typed is a tag there too.
    if (key === 'Enter' && (ctrlKey || metaKey)) return undefined;
    // By place, since Alt makes other characters of the digits on a Mac.
    const option = altKey && shown ? options[Number(/^Digit([1-9])$/.exec(code)?.[1] ?? 0) - 1] : undefined;
    if (option !== undefined) return () => choose(option);
    if (key === 'Enter') return pending ? commit : () => onDone?.();
    if (key === 'Tab' && !shiftKey && pending) return commit;
    if (key === 'ArrowDown') return () => move(1);
    if (key === 'ArrowUp') return () => move(-1);
    if (key === 'Escape' && shown) return close;
    const editsLast = key === 'Backspace' && entry.text === '' && entry.tags.length > 0;
    return editsLast ? () => change(reopened(entry)) : undefined;
  };

  return {
    options,
    shown,
    active: active.value,
    change,
    choose,
    onFocus: () => {
      leaving.stop();
      open.value = true;
    },
    onBlur: leaving.start,
    onText: (text: string, composing: boolean) => {
      open.value = true;
      change(composing ? { ...entry, text } : typed(entry, text));
    },
    onKeyDown: (event: KeyboardEvent) => {
      // Keys that belong to an input method; 229 where the browser does not say isComposing of the key that ends it.
      if (event.isComposing || event.keyCode === 229) return;
      const act = actionOf(event);
      if (act === undefined) return;
      event.preventDefault();
      event.stopPropagation();
      act();
    },
  };
}
