import { isInertSvg } from './inert-svg.ts';

const lazy = [
  'data-src',
  'data-original',
  'data-lazy-src',
  'data-actualsrc',
  'data-original-src',
  'data-lazy',
  'data-url',
  'data-echo',
  'data-croporisrc',
  'data-image-src',
  'data-hi-res-src',
  'data-full-url',
  'data-img',
  'data-actual',
  'lazy-src',
  'data-cfsrc',
  'data-orig-file',
  'data-srcurl',
  'file',
  'zoomfile',
];
const placeholderAddress =
  /^data:image\/(gif|svg)|^data:image\/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAE|^about:|^$|^#$/i;
const placeholderName = /loading|lazy|placeholder|blank|spacer|pixel|transparent|grey|1x1|load/i;

function isPlaceholder(src: string): boolean {
  if (placeholderAddress.test(src)) return true;
  const name = src.split('?', 1)[0]?.split('/').at(-1) ?? '';
  return placeholderName.test(name) && /\.(gif|svg|png|jpe?g|webp)$/i.test(name);
}

/** The address of the picture itself, the largest that is offered, whatever scheme of lazy or responsive loading hides it. */
export function imageSource(image: Element): string | null {
  const src = image.getAttribute('src') ?? '';
  const deferred = lazy.map((name) => image.getAttribute(name) ?? '').find((value) => isAddress(value));
  const plain = deferred ?? (isPlaceholder(src) ? null : src);
  if (deferred === undefined && isInertSvg(src)) return src;
  const sets = ['data-srcset', 'data-lazy-srcset', 'srcset'].map((name) => image.getAttribute(name));
  const own = bestOf(sets);
  if (own !== null && (plain === null || own.width > widthOf(image))) return own.url;
  if (plain !== null) return plain;
  for (const source of image.parentElement?.tagName === 'PICTURE'
    ? image.parentElement.querySelectorAll('source')
    : []) {
    const candidate = bestOf([source.getAttribute('srcset'), source.getAttribute('data-srcset')]);
    if (candidate !== null) return candidate.url;
  }
  return /^data:image\/(?!svg)/.test(src) && src.length > 200 ? src : isAddress(src) ? src : null;
}

function isAddress(value: string): boolean {
  return (
    value !== '' &&
    !value.startsWith('data:') &&
    (/^(https?:)?\/\/|^[./]/.test(value) || /\.(png|jpe?g|gif|webp|avif|svg|bmp)(?:[?#!@]|$)/i.test(value))
  );
}

/** What is known of the width of the picture in `src`. */
function widthOf(image: Element): number {
  const stated = image.getAttribute('width') ?? '';
  return Math.max(1, /^\d+$/.test(stated) ? Number(stated) : 1);
}

interface Candidate {
  readonly url: string;
  readonly width: number;
}

/** The largest candidate of the first `srcset` that has any. */
function bestOf(sets: readonly (string | null)[]): Candidate | null {
  let largest: Candidate | null = null;
  for (const set of sets) {
    for (const candidate of (set ?? '').split(/,\s+|\s,/)) {
      const [url, size] = candidate.trim().split(/\s+/);
      const width = Number.parseFloat(size ?? '1');
      if (url !== undefined && isAddress(url) && width > (largest?.width ?? -1)) largest = { url, width };
    }
    if (largest !== null) return largest;
  }
  return null;
}
