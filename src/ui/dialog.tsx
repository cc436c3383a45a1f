import type { ComponentChildren } from 'preact';
import { useId, useLayoutEffect, useRef } from 'preact/hooks';
import { IconButton } from './button.tsx';
import { useTranslation } from './translation.ts';
import { UnsavedQuestionLine, useUnsavedQuestion } from './unsaved-question.tsx';

export interface DialogProps {
  readonly title: string;
  readonly kind?: string;
  readonly onClose: () => void;
  /** What Ctrl+Enter does, Cmd+Enter on a Mac. */
  readonly onSubmit?: () => void;
  /** Whether something was typed that closing would throw away: the user is asked first. */
  readonly unsaved?: boolean;
  readonly children: ComponentChildren;
}

/** The browser's own modal dialog: it holds the focus, closes with Escape and gives the focus back. */
export function Dialog({ title, kind = '', onClose, onSubmit, unsaved = false, children }: DialogProps) {
  const { t } = useTranslation();
  const dialog = useRef<HTMLDialogElement>(null);
  // The listeners are of the first drawing, what they do of the last.
  const question = useUnsavedQuestion({ unsaved, onClose, onSubmit });
  const last = useRef(question);
  last.current = question;
  // The browser tells of the closing later: of one that made way for another it is to tell nobody.
  const gone = useRef(false);
  const id = useId();
  const heading = useRef<HTMLHeadingElement>(null);
  useLayoutEffect(() => {
    const element = dialog.current;
    if (element === null || element.open) return undefined;
    const before = document.activeElement;
    const onPress = (event: MouseEvent) => {
      // The dialog itself is hit only beside its content.
      if (event.target === element) last.current.close();
    };
    // On the document: a button that went away has left the focus to nobody.
    const onKey = (event: KeyboardEvent) => last.current.onKeyDown(event);
    element.showModal();
    // Where one types, or the title: not on the button that closes, nor on one that cannot be taken back.
    element.querySelector<HTMLElement>(firstField)?.focus();
    if (holdsOwnFocus(element, document.activeElement)) heading.current?.focus();
    element.addEventListener('click', onPress);
    document.addEventListener('keydown', onKey);
    return () => {
      document.removeEventListener('keydown', onKey);
      element.removeEventListener('click', onPress);
      gone.current = true;
      element.close();
      if (before instanceof HTMLElement) before.focus();
    };
  }, []);
  return (
    <dialog
      ref={dialog}
      class={`dialog ${kind}`}
      aria-labelledby={id}
      onCancel={(event) => {
        if (!unsaved) return;
        event.preventDefault();
        question.ask(true);
      }}
      onClose={() => (gone.current ? undefined : onClose())}
    >
      <div class="dialog-content">
        <header class="dialog-header">
          <h2 ref={heading} id={id} tabIndex={-1}>
            {title}
          </h2>
          <IconButton icon="close" label={t('dismiss')} onClick={question.close} />
        </header>
        {children}
        <UnsavedQuestionLine question={question} onDiscard={onClose} />
      </div>
    </dialog>
  );
}

const firstField =
  ':is(input, textarea):not([type=checkbox], [type=radio], [type=range], [type=file], [disabled])';

/** The browser put the focus on what comes first: the button that closes, or the content, where it scrolls. */
function holdsOwnFocus(dialog: HTMLDialogElement, focused: Element | null): boolean {
  return [dialog, ...dialog.querySelectorAll('.dialog-content, .dialog-header .icon-button')].some(
    (each) => each === focused,
  );
}
