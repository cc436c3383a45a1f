import { Failure } from '../../core/failure.ts';
import type { ClipImage } from '../../core/image/image.ts';
import type { ImageSettings } from '../../core/image/image-settings.ts';
import { imagesWithoutAccess, waitingImages } from '../../database/images/image-queries.ts';
import { recordImage, retryImages } from '../../database/images/image-writes.ts';
import type { Database, ImageFileRow } from '../../database/database.ts';
import type { ImageKeeping, Library } from '../library.ts';
import { type WorkLoop, type WorkerLife, createWorkLoop } from '../work-loop.ts';
import { type ImageSources, getImage } from './get-image.ts';

interface ImageKeeper extends ImageKeeping, WorkLoop {
  /** Takes up what waited for its site to be allowed. */
  readonly retryAllowed: () => Promise<void>;
}

interface ImageKeeperDependencies extends ImageSources, WorkerLife {
  readonly library: Pick<Library, 'database'>;
  readonly settings: () => Promise<ImageSettings>;
}

/** Where there is no room for the picture, that is what is kept of it: texts come before pictures. */
async function keepIfRoom(database: Database, image: ClipImage, file: ImageFileRow | null): Promise<void> {
  try {
    await recordImage(database, image, file);
  } catch (error) {
    if (file === null || !(error instanceof Failure) || error.code !== 'store/full') throw error;
    await recordImage(database, { ...image, state: 'failed', hash: null, code: error.code });
  }
}

const atOnce = 3;
/** How many waiting pictures are looked at for some that may be tried now. */
const lookahead = 64;
const longestNap = 15_000;

/**
 * Gets the pictures that wait, some at a time, for as long as there are any. All that it knows is in the journal: a
 * worker that dies in the middle leaves them waiting, and the next one takes them up.
 */
export function createImageKeeper(parts: ImageKeeperDependencies): ImageKeeper {
  const { library, settings } = parts;
  const { wake, idle } = createWorkLoop(parts, async (nap) => {
    const waiting = await waitingImages(await library.database(), lookahead);
    const now = Date.now();
    const ready = waiting.filter((image) => image.notBefore <= now).slice(0, atOnce);
    if (ready.length > 0) await getAll(ready);
    else if (waiting.length > 0)
      await nap(Math.min(...waiting.map((image) => image.notBefore - now), longestNap));
    return waiting.length > 0;
  });

  async function getAll(images: readonly ClipImage[]): Promise<void> {
    const chosen = await settings();
    const database = await library.database();
    await Promise.all(
      images.map(async (each) => {
        const { image, file } = await getImage(each, chosen, parts);
        await keepIfRoom(database, image, file);
      }),
    );
  }

  return {
    settings,
    wake,
    idle,
    async retryAllowed() {
      const database = await library.database();
      const refused = await imagesWithoutAccess(database);
      const allowed: ClipImage[] = [];
      for (const image of refused) if (await parts.hasAccess([image.url])) allowed.push(image);
      if (allowed.length === 0) return;
      await retryImages(database, allowed);
      wake();
    },
  };
}
