import { type Dressing, element } from './dressing.ts';

/** A remote image is not loaded: its place says what it shows and links to it. Images within the article stay. */
export function dressImages(article: ParentNode, { translation: { t } }: Dressing): void {
  for (const image of article.querySelectorAll('img')) {
    const source = image.getAttribute('src') ?? '';
    if (source.startsWith('data:')) continue;
    // Within a link of the author's there can be no other one.
    const place = image.closest('a') === null && source !== '' ? linkTo(source) : element('span');
    place.classList.add('image-away');
    const alt = image.alt.trim() === '' ? image.title.trim() : image.alt.trim();
    place.append(element('span', 'image-state', t('imageNotLoaded')));
    if (alt !== '') place.append(element('span', 'image-alt', alt));
    const host = hostOf(source);
    if (host !== '') place.append(element('span', 'image-host', host));
    image.replaceWith(place);
  }
}

function linkTo(source: string): HTMLAnchorElement {
  const link = element('a');
  link.href = source;
  return link;
}

function hostOf(source: string): string {
  return URL.canParse(source) ? new URL(source).host : '';
}
