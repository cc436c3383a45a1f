import { leaveOut } from '../account/leave-out.ts';
import type { PageCopy } from '../copy/page-copy.ts';
import { imageSource } from './image-source.ts';

const emoji = /(^|[\s_-])(emoji|emojione|twemoji|emoticon|wp-smiley|wxw-img-emoji)([\s_-]|$)/i;

const portrait = /(^|\s)(avatar|gravatar|user-avatar|author-avatar)(\s|$)/;

/** Gives every image its real address and plain attributes, and turns pictures of emoji back into text. */
export function normaliseImages(
  { body, document, rules }: PageCopy,
  diagrams?: ReadonlyMap<string, string>,
): void {
  for (const hidden of body.querySelectorAll('noscript')) fallback(hidden, rules);
  for (const image of body.querySelectorAll('img, amp-img, v-img')) {
    const alt = (image.getAttribute('alt') ?? '').replace(/^@start[\s\S]*/, '');
    if (emoji.test(image.getAttribute('class') ?? '') && alt !== '' && alt.length < 24) {
      image.replaceWith(alt);
      continue;
    }
    const src = imageSource(image);
    if (src === null || portrait.test(image.className) || isPixel(image) || isPreview(image, src)) {
      leaveOut(image, portrait.test(image.className) ? 'author' : 'duplicate', 'image/stand-in');
      continue;
    }
    const source = diagramSource(image, diagrams?.get(src), document);
    if (source !== null) {
      image.after(source);
      image.removeAttribute('alt');
      rules.add('diagram/source');
    }
    if (src !== image.getAttribute('src')) rules.add('image/lazy');
    const plain = document.createElement('img');
    plain.setAttribute('src', src);
    plain.setAttribute('alt', alt);
    for (const name of ['title', 'width', 'height']) {
      const value = image.getAttribute(name);
      if (value !== null && (name === 'title' || /^\d+(px)?$/.test(value)))
        plain.setAttribute(name, name === 'title' ? value : value.replace('px', ''));
    }
    const place = image.parentElement?.tagName === 'PICTURE' ? image.parentElement : image;
    place.replaceWith(plain);
  }
  for (const hint of body.querySelectorAll('figure [role="button"] > span')) {
    if (/^press enter or click to view image/i.test(hint.textContent ?? ''))
      leaveOut(hint, 'controls', 'image/hint');
  }
  for (const element of body.querySelectorAll('g-emoji')) element.replaceWith(element.textContent ?? '');
}

/** The picture that a lazy loader keeps for readers without scripts; its lazy twin beside it goes. */
function fallback(hidden: Element, rules: Set<string>): void {
  const markup = hidden.textContent ?? '';
  const address =
    /<img\b[^<>]*?\ssrc\s*=\s*["']?([^"'\s>]+)/i.exec(markup)?.[1] ??
    hidden.querySelector('img')?.getAttribute('src');
  if (address === null || address === undefined || address === '') return;
  const twin = [hidden.previousElementSibling, hidden.nextElementSibling].find(
    (element) => element !== null && (element.tagName === 'IMG' || element.querySelector('img') !== null),
  );
  const image = twin?.tagName === 'IMG' ? twin : twin?.querySelector('img');
  if (image === null || image === undefined) {
    const added = hidden.ownerDocument.createElement('img');
    added.setAttribute('src', address.replaceAll('&amp;', '&'));
    added.setAttribute('alt', /\salt\s*=\s*["']([^"']*)["']/i.exec(markup)?.[1] ?? '');
    hidden.replaceWith(added);
    rules.add('image/noscript');
  } else if (imageSource(image) === null) image.setAttribute('src', address.replaceAll('&amp;', '&'));
}

/** PlantUML's extensions write a diagram's source as its alternative text; its servers take it in the address. */
function diagramSource(image: Element, drawn: string | undefined, document: Document): Element | null {
  const alt = image.getAttribute('alt') ?? '';
  const source = /^@start\w+\s[\s\S]*@end\w+\s*$/.test(alt) ? alt.trim() : drawn;
  if (source === undefined) return null;
  const pre = document.createElement('pre');
  const code = document.createElement('code');
  code.className = 'language-plantuml';
  code.textContent = source;
  pre.append(code);
  return pre;
}

/** A blurred or small version before the picture itself, as Medium wrote it. */
function isPreview(image: Element, src: string): boolean {
  const small = /\/max\/(\d+)\/([^/?]+)/.exec(src);
  if (small === null || Number(small[1]) > 100) return false;
  const figure = image.closest('figure');
  return [...(figure?.querySelectorAll('img, noscript') ?? [])].some(
    (other) =>
      other !== image && (other.getAttribute('src') ?? other.textContent ?? '').includes(small[2] ?? '\0'),
  );
}

function isPixel(image: Element): boolean {
  return ['width', 'height'].every((name) => /^[01](px)?$/.test(image.getAttribute(name) ?? ''));
}
