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
  const take = ({ text, open }: FieldCompletion) => {
    if (found === null) return;
    const rest = value.slice(found.end);
    const end = open || rest.startsWith(' ') ? '' : ' ';
    const at = found.start + text.length + (open ? 0 : 1);
    const next = `${value.slice(0, found.start)}${text}${end}${rest}`;
    typed.value = next;
    caret.value = at;
    caretAfter.current = at;
    active.value = -1;
    onInput(next);
  };
  /** Through the list and, before its first, the text. */
  const move = (step: number) => {
    active.value = ((active.value + 1 + step + items.length + 1) % (items.length + 1)) - 1;
  };
  const actionOf = ({ key, shiftKey }: KeyboardEvent): (() => void) | undefined => {
    if (found === null || !shown) return undefined;
    const { named } = found;
    const isActive = active.value >= 0;
    const item = items[active.value] ?? (key === 'Tab' && named ? items[0] : undefined);
    if (item !== undefined && (key === 'Enter' || (key === 'Tab' && !shiftKey))) return () => take(item);
    if (key === 'ArrowRight' && (isActive || isAtEnd(field.current))) return () => move(1);
    if (key === 'ArrowLeft' && isActive) return () => move(-1);
    if (key === 'ArrowDown' && named) return () => move(1);
    if (key === 'ArrowUp' && named) return () => move(-1);
    return key === 'Escape' ? close : undefined;
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
      // Keys that belong to an input method; 229 where the browser does not say isComposing of the key that ends it.
      if (event.isComposing || event.keyCode === 229 || event.altKey || event.ctrlKey || event.metaKey)
        return false;
      const act = actionOf(event);
      if (act === undefined) return false;
      event.preventDefault();
      event.stopPropagation();
      act();
      return true;
    },
  };
}

function isAtEnd(field: HTMLInputElement | null): boolean {
  return field !== null && field.selectionStart === field.value.length;
}
