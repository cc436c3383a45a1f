import { useSignal } from '@preact/signals';
import type { RefObject } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { useLeaving } from './leaving.ts';

/** What a piece of a field's text may become. Places are UTF-16 units. */
export interface FieldCompletions {
  readonly start: number;
  readonly end: number;
  /** The piece is so far along that Tab takes the first and the arrows down and up are the list's. */
  readonly named: boolean;
  readonly items: readonly FieldCompletion[];
}

export interface FieldCompletion {
  readonly text: string;
  /** What to call it, where that is not the text. */
  readonly label?: string;
  /** It goes on: no space follows it. */
  readonly open: boolean;
}

export type Complete = (text: string, caret: number) => FieldCompletions;

export interface CompletionFieldOptions {
  readonly value: string;
  readonly onInput: (value: string) => void;
  readonly complete: Complete;
  readonly field: RefObject<HTMLInputElement | null>;
}

/** The list of completions of a field: when it is there, on which of them the arrow keys stand, and what its keys do. */
export function useCompletionField({ value, onInput, complete, field }: CompletionFieldOptions) {
  /** The text that was typed last: completions are for that, not for what a press put there. */
  const typed = useSignal<string | null>(null);
  const caret = useSignal(0);
  const active = useSignal(-1);
  const caretAfter = useRef<number | null>(null);
  const found = typed.value === value ? complete(value, Math.min(caret.value, value.length)) : null;
  const items = found?.items ?? [];
  const shown = items.length > 0;

  const close = () => {
    typed.value = null;
    active.value = -1;
  };
  const leaving = useLeaving(close);
  useLayoutEffect(() => {
    if (caretAfter.current === null) return;
    field.current?.setSelectionRange(caretAfter.current, caretAfter.current);
    caretAfter.current = null;
  });
  const take = (item: FieldCompletion) => {
    if (found === null) return;
    const next = withCompletion(value, found, item);
    typed.value = next.text;
    caret.value = next.caret;
    caretAfter.current = next.caret;
    active.value = -1;
    onInput(next.text);
  };
  const act = (meaning: KeyMeaning) => {
    if (meaning === 'close') close();
    else if (typeof meaning === 'number') active.value = stepped(active.value, meaning, items.length);
    else take(meaning);
  };
  const look = (target: HTMLInputElement) => {
    const at = target.selectionStart ?? target.value.length;
    if (at === caret.peek()) return;
    caret.value = at;
    active.value = -1;
  };
  return {
    items,
    shown,
    named: found?.named === true,
    active: active.value,
    take,
    look,
    onText: (target: HTMLInputElement) => {
      typed.value = target.value;
      active.value = -1;
      look(target);
      onInput(target.value);
    },
    onFocus: leaving.stop,
    onBlur: leaving.start,
    /** Whether the key was the list's. */
    takesKey: (event: KeyboardEvent): boolean => {
      const meaning = found === null || !shown ? null : meaningOf(event, found, active.value);
      if (meaning === null) return false;
      event.preventDefault();
      event.stopPropagation();
      act(meaning);
      return true;
    },
  };
}

/** Through the list and, before its first (-1), the text. */
function stepped(active: number, step: number, length: number): number {
  return ((active + 1 + step + length + 1) % (length + 1)) - 1;
}

/** A step through the list, what is taken, or that the list is closed. */
type KeyMeaning = 1 | -1 | 'close' | FieldCompletion;

/** What a key means to the list; null where it is the page's. */
function meaningOf(
  event: KeyboardEvent,
  { named, items }: FieldCompletions,
  active: number,
): KeyMeaning | null {
  const { key, shiftKey, altKey, ctrlKey, metaKey, isComposing, keyCode } = event;
  // Keys that belong to an input method; 229 where the browser does not say isComposing of the key that ends it.
  if (isComposing || keyCode === 229 || altKey || ctrlKey || metaKey) return null;
  const item = items[active] ?? (key === 'Tab' && named ? items[0] : undefined);
  if (item !== undefined && (key === 'Enter' || (key === 'Tab' && !shiftKey))) return item;
  if (key === 'ArrowRight' && (active >= 0 || isAtEnd(event.target))) return 1;
  if (key === 'ArrowLeft' && active >= 0) return -1;
  if (key === 'ArrowDown' && named) return 1;
  if (key === 'ArrowUp' && named) return -1;
  return key === 'Escape' ? 'close' : null;
}

function isAtEnd(field: EventTarget | null): boolean {
  return field instanceof HTMLInputElement && field.selectionStart === field.value.length;
}

/** The text with the completion in place of its piece, and the caret after it. */
function withCompletion(
  value: string,
  { start, end }: FieldCompletions,
  { text, open }: FieldCompletion,
): { readonly text: string; readonly caret: number } {
  const rest = value.slice(end);
  const space = open || rest.startsWith(' ') ? '' : ' ';
  return {
    text: `${value.slice(0, start)}${text}${space}${rest}`,
    caret: start + text.length + (open ? 0 : 1),
  };
}
