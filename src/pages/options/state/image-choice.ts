import { type ReadonlySignal, signal } from '@preact/signals';
import {
  type ImageSettings,
  parseImageSettings,
  usualImageSettings,
} from '../../../core/image/image-settings.ts';
import type { Attempt } from '../../../ui/attempt.ts';

export interface ImageChoice {
  readonly current: ReadonlySignal<ImageSettings>;
  /** The user chose to store all, and did not allow it. */
  readonly isRefused: ReadonlySignal<boolean>;
  readonly change: (part: Partial<ImageSettings>) => void;
  readonly start: () => void;
}

export interface ImageChoiceDependencies {
  readonly read: () => Promise<unknown>;
  readonly write: (settings: ImageSettings) => Promise<void>;
  readonly requestAllSites: () => Promise<boolean>;
  readonly attempt: Attempt;
}

/** Which pictures are kept. Access to all sites is asked for here, once, when the user wants them all. */
export function createImageChoice({
  read,
  write,
  requestAllSites,
  attempt,
}: ImageChoiceDependencies): ImageChoice {
  const current = signal(usualImageSettings);
  const isRefused = signal(false);
  const keep = async (part: Partial<ImageSettings>) => {
    // At once: the browser answers only within the gesture.
    const allowed = part.keep === 'all' ? requestAllSites() : Promise.resolve(true);
    const before = current.peek();
    current.value = { ...before, ...part };
    isRefused.value = !(await allowed);
    if (isRefused.peek()) current.value = { ...current.peek(), keep: before.keep };
    try {
      await write(current.peek());
    } catch (error) {
      current.value = before;
      throw error;
    }
  };
  return {
    current,
    isRefused,
    change: (part) => attempt(() => keep(part)),
    start: () =>
      attempt(async () => {
        current.value = parseImageSettings(await read());
      }),
  };
}
