import { type ReadonlySignal, useSignal } from '@preact/signals';
import { useRef } from 'preact/hooks';
import { Button } from './button.tsx';
import { useTranslation } from './translation.ts';

export interface UnsavedQuestion {
  readonly asking: ReadonlySignal<boolean>;
  readonly ask: (on: boolean) => void;
  /** Closes, or asks first. */
  readonly close: () => void;
  /** For all keys while what was typed may be lost. */
  readonly onKeyDown: (event: KeyboardEvent) => void;
}

/** Asks before typed text is thrown away; the focus returns to where it was. */
export function useUnsavedQuestion(parts: {
  readonly unsaved: boolean;
  readonly onClose: () => void;
  readonly onSubmit: (() => void) | undefined;
}): UnsavedQuestion {
  const { unsaved, onClose, onSubmit } = parts;
  const asking = useSignal(false);
  const typedIn = useRef<Element | null>(null);
  const ask = (on: boolean) => {
    if (on) typedIn.current = document.activeElement;
    asking.value = on;
    if (!on && typedIn.current instanceof HTMLElement) typedIn.current.focus();
  };
  return {
    asking,
    ask,
    close: () => {
      if (unsaved) ask(true);
      else onClose();
    },
    onKeyDown: (event) => {
      // Keys of an input method, and of what is open in the dialog.
      if (event.isComposing || event.defaultPrevented) return;
      if (event.key === 'Enter' && (event.ctrlKey || event.metaKey) && onSubmit !== undefined) {
        event.preventDefault();
        onSubmit();
      }
      if (event.key !== 'Escape' || !(unsaved || asking.value)) return;
      // Left to the browser, the second Escape in a row closes the dialog whatever is said to it.
      event.preventDefault();
      ask(!asking.value);
    },
  };
}

export function UnsavedQuestionLine({
  question: { asking, ask },
  onDiscard,
}: {
  readonly question: UnsavedQuestion;
  readonly onDiscard: () => void;
}) {
  const { t } = useTranslation();
  if (!asking.value) return null;
  return (
    <div class="dialog-question" role="alertdialog" aria-label={t('unsavedQuestion')}>
      <span>{t('unsavedQuestion')}</span>
      <Button buttonRef={(button) => button?.focus()} onClick={() => ask(false)}>
        {t('unsavedKeep')}
      </Button>
      <Button onClick={onDiscard}>{t('unsavedDiscard')}</Button>
    </div>
  );
}
