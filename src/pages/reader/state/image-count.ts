import type { ClipBody } from '../../../core/clip/clip.ts';
import { isWebAddress } from '../../../core/parse-url.ts';
import type { KeptImage } from './reader.ts';

export interface ImageCount {
  readonly all: number;
  /** With the clip: as files, or within the article itself. */
  readonly stored: number;
  /** On their way. */
  readonly waiting: number;
}

/** How many of the article's pictures are kept with it. */
export function countImages({ images }: ClipBody, kept: readonly KeptImage[]): ImageCount {
  const urls = new Set(images.map(({ url }) => url));
  const inState = (state: KeptImage['image']['state']) =>
    kept.filter(({ image }) => image.state === state && urls.has(image.url)).length;
  const within = [...urls].filter((url) => url.startsWith('data:')).length;
  return { all: urls.size, stored: within + inState('stored'), waiting: inState('waiting') };
}

/** Addresses of the pictures that are neither kept nor on their way. */
export function missingImages({ images }: ClipBody, kept: readonly KeptImage[]): string[] {
  const there = new Set(
    kept
      .filter(({ image: { state } }) => state === 'stored' || state === 'waiting')
      .map(({ image }) => image.url),
  );
  return [...new Set(images.map(({ url }) => url))].filter((url) => isWebAddress(url) && !there.has(url));
}
