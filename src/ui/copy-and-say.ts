import type { Copied } from './clipboard.ts';
import type { Toasts } from './toasts.ts';
import type { Translation } from './translation.ts';

export interface CopyDependencies {
  readonly copy: (text: string, html?: string) => Promise<void>;
  readonly toasts: Pick<Toasts, 'show'>;
  readonly translation: Pick<Translation, 't'>;
}

/** Puts it into the clipboard and says so: in `done`'s words, or that it is copied. False where the browser refuses, which is said. */
export async function copyAndSay(
  { copy, toasts, translation: { t } }: CopyDependencies,
  { text, html }: Copied,
  done: string = t('copied'),
): Promise<boolean> {
  try {
    await copy(text, html);
  } catch {
    // The browser refuses without saying more.
    toasts.show({ text: t('copyFailed') });
    return false;
  }
  toasts.show({ text: done });
  return true;
}
