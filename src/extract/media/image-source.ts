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

/** The address of the picture itself, whatever scheme of lazy or responsive loading hides it; null = none. */
export function imageSource(image: Element): string | null {
  const src = image.getAttribute('src') ?? '';
  const deferred = lazy.map((name) => image.getAttribute(name) ?? '').find((value) => isAddress(value));
  if (deferred !== undefined && (isPlaceholder(src) || deferred !== '')) return deferred;
  if (!isPlaceholder(src)) return src;
  const set = best(
    image.getAttribute('data-srcset') ??
      image.getAttribute('data-lazy-srcset') ??
      image.getAttribute('srcset'),
  );
  if (set !== null) return set;
  for (const source of image.parentElement?.tagName === 'PICTURE'
    ? image.parentElement.querySelectorAll('source')
    : []) {
    const candidate = best(source.getAttribute('srcset') ?? source.getAttribute('data-srcset'));
    if (candidate !== null) return candidate;
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

/** The largest candidate of a `srcset`. */
function best(set: string | null): string | null {
  let largest = -1;
  let address: string | null = null;
  for (const candidate of (set ?? '').split(/,\s+|\s,/)) {
    const [url, size] = candidate.trim().split(/\s+/);
    const width = Number.parseFloat(size ?? '1');
    if (url !== undefined && isAddress(url) && width > largest) {
      largest = width;
      address = url;
    }
  }
  return address;
}
