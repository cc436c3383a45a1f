import { siteOf } from '../../core/clip/clip-from-article.ts';
import { Failure } from '../../core/failure.ts';
import type { ClipImage } from '../../core/image/image.ts';
import type { ImageSettings } from '../../core/image/image-settings.ts';
import type { RateLimits, Waiting } from '../../core/job/rate-limit.ts';
import { clipById } from '../../database/clips/clip-queries.ts';
import { imagesWithoutAccess, waitingImages } from '../../database/images/image-queries.ts';
import { recordImage, retryImages } from '../../database/images/image-writes.ts';
import type { Database, ImageFileRow } from '../../database/database.ts';
import type { ImageKeeping, Library } from '../library.ts';
import { createPoliteLoop } from '../polite-loop.ts';
import type { WorkLoop, WorkerLife } from '../work-loop.ts';
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

const rateLimits: RateLimits = { parallel: 4, parallelPerSite: 2, delayPerSite: 0 };
/** Pictures read at a time, in looking for one that may be tried. */
const chunk = 64;

interface Ready extends Waiting {
  readonly image: ClipImage;
}

/**
 * Gets the pictures that wait, some at a time, for as long as there are any. A worker that dies in the middle leaves them
 * waiting in the journal, and the next one takes them up.
 */
export function createImageKeeper(parts: ImageKeeperDependencies): ImageKeeper {
  const { library, settings } = parts;
  const { wake, idle } = createPoliteLoop<Ready>(parts, rateLimits, {
    waiting: () => waitingOf(library),
    keyOf: ({ image }) => `${image.clipId} ${image.url}`,
    async work({ image: waiting }) {
      const database = await library.database();
      const page = await clipById(database, waiting.clipId);
      const { image, file } = await getImage(waiting, page?.url ?? '', await settings(), parts);
      await keepIfRoom(database, image, file);
      return image.state === 'waiting' && image.code === 'fetch/busy' ? image.notBefore : null;
    },
  });

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

async function* waitingOf(library: Pick<Library, 'database'>): AsyncGenerator<readonly Ready[]> {
  const database = await library.database();
  for (let from = 0; ; from += chunk) {
    const images = await waitingImages(database, chunk, from);
    yield images.map((image) => ({ image, site: siteOf(image.url), notBefore: image.notBefore }));
    if (images.length < chunk) return;
  }
}
