import type { PopupDependencies } from './dependencies.ts';

export interface TagWriter {
  readonly busy: () => boolean;
  readonly write: (clipId: string, tags: readonly string[]) => void;
}

/** Writes one after the other, so that the last one stays. */
export function createTagWriter({
  send,
  reportBug,
}: Pick<PopupDependencies, 'send' | 'reportBug'>): TagWriter {
  let pending = 0;
  let last: Promise<unknown> = Promise.resolve();
  return {
    busy: () => pending > 0,
    write(clipId, tags) {
      pending += 1;
      last = last
        .then(() => send('setTags', { clipId, tags }))
        .catch(reportBug)
        .finally(() => {
          pending -= 1;
        });
    },
  };
}
