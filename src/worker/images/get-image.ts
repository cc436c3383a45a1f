import { fromBase64 } from '../../core/base64.ts';
import { Failure } from '../../core/failure.ts';
import { isPrivateAddress } from '../../core/image/private-address.ts';
import type { ClipImage } from '../../core/image/image.ts';
import type { ImageSettings } from '../../core/image/image-settings.ts';
import { retryAfterOf, retryDelay, untilAsked } from '../../core/job/retry.ts';
import type { ImageFileRow } from '../../database/database.ts';
import { fetchImage } from './fetch-image.ts';
import { imageFile } from './image-file.ts';

/** What getting a picture needs of the world. */
export interface ImageSources {
  /** The picture in base64 as the tab's page has it, null where it has not. */
  readonly imageInTab: (tabId: number, url: string, maxBytes: number) => Promise<string | null>;
  /** Whether the user has allowed the sites of all these addresses. */
  readonly hasAccess: (urls: readonly string[]) => Promise<boolean>;
}

/** Tries to get a picture of the page at `pageUrl`: from the tab that showed it, else from its server. Resolves with its row as it is then. */
export async function getImage(
  image: ClipImage,
  pageUrl: string,
  settings: ImageSettings,
  sources: ImageSources,
): Promise<{ readonly image: ClipImage; readonly file: ImageFileRow | null }> {
  try {
    const file = await imageFile(await bytesOf(image, pageUrl, settings.maxBytes, sources), settings.format);
    return { image: { ...image, state: 'stored', hash: file.hash, tabId: null, code: null }, file };
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    const isAllowed = await sources.hasAccess([image.url]);
    return { image: afterFailure(image, error, isAllowed), file: null };
  }
}

async function bytesOf(
  { url, tabId }: ClipImage,
  pageUrl: string,
  maxBytes: number,
  sources: ImageSources,
): Promise<Uint8Array<ArrayBuffer>> {
  const there = tabId === null ? null : await sources.imageInTab(tabId, url, maxBytes);
  if (there !== null) return fromBase64(there);
  // What a page from elsewhere had loaded in the user's network is in its tab; nothing more is asked for there.
  return await fetchImage(url, maxBytes, isPrivateAddress(pageUrl));
}

function afterFailure(image: ClipImage, { code, detail }: Failure, isAllowed: boolean): ClipImage {
  const attempts = image.attempts + 1;
  // A server that does not share its pictures looks like one that is away.
  if (code === 'fetch/unreachable' && !isAllowed && navigator.onLine) {
    return { ...image, state: 'no-access', tabId: null, attempts, code: 'image/no-access' };
  }
  const now = Date.now();
  const delay = retryDelay(code, attempts, code === 'fetch/busy' ? retryAfterOf(detail, now) : null);
  if (delay === null || delay === untilAsked)
    return { ...image, state: 'failed', tabId: null, attempts, code };
  return { ...image, attempts, notBefore: now + delay, code };
}
