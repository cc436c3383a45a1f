import { sayFailure } from '../../../ui/attempt.ts';
import type { PopupDependencies } from './dependencies.ts';

export interface TagWriter {
  /** Counts the writes asked for; null while one is under way. */
  readonly settled: () => number | null;
  readonly write: (clipId: string, tags: readonly string[]) => void;
}

/** Writes one after the other, so that the last one stays. */
export function createTagWriter(dependencies: PopupDependencies): TagWriter {
  const { send } = dependencies;
  const fail = sayFailure(dependencies);
  let pending = 0;
  let asked = 0;
  let last: Promise<unknown> = Promise.resolve();
  return {
    settled: () => (pending === 0 ? asked : null),
    write(clipId, tags) {
      pending += 1;
      asked += 1;
      last = last
        .then(() => send('setTags', { clipId, tags }))
        .catch(fail)
        .finally(() => {
          pending -= 1;
        });
    },
  };
}
