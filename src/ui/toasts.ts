import { type ReadonlySignal, signal } from '@preact/signals';

export interface ToastMessage {
  readonly text: string;
  readonly undo?: () => void;
  /** Until it is closed, or another one comes. */
  readonly stays?: boolean;
}

export interface Toasts {
  readonly current: ReadonlySignal<ToastMessage | null>;
  /** Shows it for eight seconds, or until it is closed, in place of the one before. */
  readonly show: (toast: ToastMessage) => void;
  readonly dismiss: () => void;
  /** Stops the clock while the user looks at it; `resume` gives it the full time again. */
  readonly pause: () => void;
  readonly resume: () => void;
}

const shownFor = 8000;

/** The one message at the foot of a page. A newer one replaces it; one with an action stays as long as it is looked at. */
export function createToasts(): Toasts {
  const current = signal<ToastMessage | null>(null);
  let timer: ReturnType<typeof setTimeout> | undefined;
  const dismiss = () => {
    clearTimeout(timer);
    current.value = null;
  };
  const start = () => {
    clearTimeout(timer);
    if (current.peek()?.stays !== true) timer = setTimeout(dismiss, shownFor);
  };
  return {
    current,
    show(toast) {
      current.value = toast;
      start();
    },
    dismiss,
    pause: () => clearTimeout(timer),
    resume: start,
  };
}
