import type { ComponentChildren } from 'preact';
import { useId, useLayoutEffect, useRef } from 'preact/hooks';
import { IconButton } from './button.tsx';
import { useTranslation } from './translation.ts';

export interface DialogProps {
  readonly title: string;
  readonly kind?: string;
  readonly onClose: () => void;
  readonly children: ComponentChildren;
}

/** The browser's own modal dialog: it holds the focus, closes with Escape and gives the focus back. */
export function Dialog({ title, kind = '', onClose, children }: DialogProps) {
  const { t } = useTranslation();
  const dialog = useRef<HTMLDialogElement>(null);
  // The browser tells of the closing later: of one that made way for another it is to tell nobody.
  const gone = useRef(false);
  const id = useId();
  useLayoutEffect(() => {
    const element = dialog.current;
    if (element === null || element.open) return undefined;
    const before = document.activeElement;
    const onPress = (event: MouseEvent) => {
      // The dialog itself is hit only beside its content.
      if (event.target === element) element.close();
    };
    element.showModal();
    element.addEventListener('click', onPress);
    return () => {
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
      onClose={() => (gone.current ? undefined : onClose())}
    >
      <div class="dialog-content">
        <header class="dialog-header">
          <h2 id={id}>{title}</h2>
          <IconButton icon="close" label={t('dismiss')} onClick={onClose} />
        </header>
        {children}
      </div>
    </dialog>
  );
}
