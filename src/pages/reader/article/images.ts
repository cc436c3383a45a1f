import { isOwnImageAddress } from '../../../core/image/own-address.ts';
import { isDarkOnNothing } from './drawings.ts';
import { type Enhancement, element } from './enhancement.ts';
import { openLightbox } from './lightbox.ts';

/** A picture of the web, in whose place the article says what it shows until its file is there. */
export interface AwayImage {
  readonly url: string;
  readonly image: HTMLImageElement;
  readonly place: HTMLElement;
  /** It is within a link of the author's. */
  readonly isLinked: boolean;
}

/**
 * A remote image is not loaded: its place says what it shows and links to it, until `showKept` has its file. Images
 * within the article stay. All can be looked at closely. Returns those that are away.
 */
export function dressImages(article: ParentNode, enhancement: Enhancement): readonly AwayImage[] {
  const away: AwayImage[] = [];
  for (const image of article.querySelectorAll('img')) {
    const url = image.getAttribute('src') ?? '';
    const isLinked = image.closest('a') !== null;
    // What it is highlighted by, wherever its bytes come from.
    image.dataset['picture'] = url;
    if (url.startsWith('data:')) {
      markDrawing(image, url);
      frame(image, image, isLinked, enhancement);
      continue;
    }
    const place = routeOf(image, url, isLinked, enhancement);
    image.replaceWith(place);
    // Out of the document, it would still be loaded.
    image.removeAttribute('src');
    away.push({ url, image, place, isLinked });
  }
  return away;
}

/** Puts the pictures in whose files are kept. Returns those that are still away. */
export function showKept(
  away: readonly AwayImage[],
  addressOf: (url: string) => string | null,
  enhancement: Enhancement,
): readonly AwayImage[] {
  return away.filter(({ url, image, place, isLinked }) => {
    const address = addressOf(url);
    if (address === null) return true;
    image.src = address;
    markDrawing(image, url);
    frame(image, place, isLinked, enhancement);
    return false;
  });
}

/** Marks lines on no ground of their own, as far as the address tells, or else the pixels. */
function markDrawing(image: HTMLImageElement, url: string): void {
  const mark = () => (image.dataset['drawing'] = '');
  if (isDrawing(url)) mark();
  else if (image.complete && isDarkOnNothing(image)) mark();
  else image.addEventListener('load', () => isDarkOnNothing(image) && mark(), { once: true });
}

/** A drawing by its address. */
function isDrawing(url: string): boolean {
  return /^data:image\/svg\+xml|\.svgz?(?:[?#]|$)/iu.test(url);
}

function routeOf(
  image: HTMLImageElement,
  url: string,
  isLinked: boolean,
  { translation: { t } }: Enhancement,
): HTMLElement {
  // Within a link of the author's there can be no other one.
  const place = isLinked || url === '' || isOwnImageAddress(url) ? element('span') : linkTo(url);
  place.classList.add('image-away');
  place.dataset['picture'] = url;
  const alt = image.alt.trim() === '' ? image.title.trim() : image.alt.trim();
  place.append(element('span', 'image-state', t('imageNotLoaded')));
  if (alt !== '') place.append(element('span', 'image-alt', alt));
  const host = hostOf(url);
  if (host !== '') place.append(element('span', 'image-host', host));
  return place;
}

/** Below this width (CSS pixels) there is nothing to look at closely: badges, signs in a line of text. */
const small = 64;

/** Puts the image where `place` is, in a button that shows it as large as the window allows; in a link, as it is. */
function frame(
  image: HTMLImageElement,
  place: HTMLElement,
  isLinked: boolean,
  { translation }: Enhancement,
): void {
  if (isLinked) {
    if (place !== image) place.replaceWith(image);
    return;
  }
  const button = element('button', 'image-open');
  button.type = 'button';
  const name = image.alt.trim() === '' ? image.title.trim() : image.alt.trim();
  button.setAttribute(
    'aria-label',
    name === '' ? translation.t('imageOpen') : translation.t('imageOpenNamed', name),
  );
  button.addEventListener('click', () => openLightbox(button, translation));
  image.addEventListener('load', () => {
    if (image.naturalWidth < small && image.naturalHeight < small) button.replaceWith(image);
  });
  place.replaceWith(button);
  button.append(image);
}

function linkTo(source: string): HTMLAnchorElement {
  const link = element('a');
  link.href = source;
  return link;
}

function hostOf(source: string): string {
  return URL.canParse(source) ? new URL(source).host : '';
}
