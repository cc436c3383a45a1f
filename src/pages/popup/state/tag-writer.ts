import { failureText } from '../../../ui/failure-text.ts';
import type { PopupDependencies } from './dependencies.ts';
import { failureCode } from './failure-code.ts';

export interface TagWriter {
  readonly busy: () => boolean;
  readonly write: (clipId: string, tags: readonly string[]) => void;
}

/** Writes one after the other, so that the last one stays. */
export function createTagWriter({ send, reportBug, toasts, translation }: PopupDependencies): TagWriter {
  const fail = (error: unknown) => {
    toasts.show({ text: translation.t(failureText(failureCode(error, reportBug)).message) });
  };
  let pending = 0;
  let last: Promise<unknown> = Promise.resolve();
  return {
    busy: () => pending > 0,
    write(clipId, tags) {
      pending += 1;
      last = last
        .then(() => send('setTags', { clipId, tags }))
        .catch(fail)
        .finally(() => {
          pending -= 1;
        });
    },
  };
}
