import type { ClipImage } from '../../domain/image/image.ts';
import type { ImageSettings } from '../../domain/image/image-settings.ts';
import { imagesWithoutAccess, waitingImages } from '../../storage/images/image-queries.ts';
import { recordImage, retryImages } from '../../storage/images/image-writes.ts';
import type { ImageKeeping, Shelf } from '../shelf.ts';
import { type ImageSources, getImage } from './get-image.ts';

export interface ImageKeeper extends ImageKeeping {
  /** Takes up what waited for its site to be allowed. */
  readonly retryAllowed: () => Promise<void>;
  /** Resolves once there is nothing left to get. */
  readonly idle: () => Promise<void>;
}

export interface KeeperParts extends ImageSources {
  readonly shelf: Pick<Shelf, 'database'>;
  readonly settings: () => Promise<ImageSettings>;
  readonly keepAwake: () => () => void;
  readonly report: (error: unknown) => void;
}

const atOnce = 3;
/** How many waiting pictures are looked at for some that may be tried now. */
const horizon = 64;
const longestNap = 15_000;

/**
 * Gets the pictures that wait, some at a time, for as long as there are any. All that it knows is in the journal: a
 * worker that dies in the middle leaves them waiting, and the next one takes them up.
 */
export function createImageKeeper(parts: KeeperParts): ImageKeeper {
  const { shelf, settings, keepAwake, report } = parts;
  let running: Promise<void> | null = null;
  let woken = false;

  async function run(): Promise<void> {
    const release = keepAwake();
    try {
      for (;;) {
        woken = false;
        const waiting = await waitingImages(await shelf.database(), horizon);
        if (waiting.length === 0) {
          if (woken) continue;
          return;
        }
        await work(waiting);
      }
    } finally {
      release();
    }
  }

  async function work(waiting: readonly ClipImage[]): Promise<void> {
    const now = Date.now();
    const ready = waiting.filter((image) => image.notBefore <= now).slice(0, atOnce);
    if (ready.length === 0) {
      await nap(Math.min(...waiting.map((image) => image.notBefore - now), longestNap));
      return;
    }
    const chosen = await settings();
    const database = await shelf.database();
    await Promise.all(
      ready.map(async (each) => {
        const { image, file } = await getImage(each, chosen, parts);
        await recordImage(database, image, file);
      }),
    );
  }

  const wake = () => {
    woken = true;
    running ??= run()
      .catch(report)
      .finally(() => {
        running = null;
      });
  };
  return {
    settings,
    wake,
    async retryAllowed() {
      const database = await shelf.database();
      const refused = await imagesWithoutAccess(database);
      const allowed: ClipImage[] = [];
      for (const image of refused) if (await parts.hasAccess([image.url])) allowed.push(image);
      if (allowed.length === 0) return;
      await retryImages(database, allowed);
      wake();
    },
    idle: () => running ?? Promise.resolve(),
  };
}

function nap(milliseconds: number): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, milliseconds);
  });
}
