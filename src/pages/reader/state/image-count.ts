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

/** The addresses of an article's pictures, each once. */
interface Addresses {
  readonly all: ReadonlySet<string>;
  /** Within the article itself. */
  readonly within: number;
  readonly onTheWeb: readonly string[];
}

/** Once for each article: its pictures come in one by one, and there may be twenty thousand. */
const known = new WeakMap<ClipBody['images'], Addresses>();

function addressesOf(images: ClipBody['images']): Addresses {
  const found = known.get(images);
  if (found !== undefined) return found;
  const all = new Set(images.map(({ url }) => url));
  const addresses = {
    all,
    within: [...all].filter((url) => url.startsWith('data:')).length,
    onTheWeb: [...all].filter(isWebAddress),
  };
  known.set(images, addresses);
  return addresses;
}

/** How many of the article's pictures are kept with it. */
export function countImages({ images }: ClipBody, kept: readonly KeptImage[]): ImageCount {
  const { all, within } = addressesOf(images);
  const inState = (state: KeptImage['image']['state']) =>
    kept.filter(({ image }) => image.state === state && all.has(image.url)).length;
  return { all: all.size, stored: within + inState('stored'), waiting: inState('waiting') };
}

/** Addresses of the pictures that are neither kept nor on their way. */
export function missingImages({ images }: ClipBody, kept: readonly KeptImage[]): string[] {
  const there = new Set(
    kept
      .filter(({ image: { state } }) => state === 'stored' || state === 'waiting')
      .map(({ image }) => image.url),
  );
  return addressesOf(images).onTheWeb.filter((url) => !there.has(url));
}
