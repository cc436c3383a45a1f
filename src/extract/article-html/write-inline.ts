import { imageAddress, linkAddress } from './addresses.ts';
import type { WritingContext } from './writing-context.ts';
import { inlineNames } from './element-kinds.ts';
import { writeMathMl } from './write-mathml.ts';
import { appendAll } from '../many-nodes.ts';

/** Writes the inline content of a page's node to the end of `out`. */
export function writeInline(node: Node, out: Element, context: WritingContext): void {
  if (node.nodeType === 3) out.append(node.nodeValue ?? '');
  else if (node instanceof Element) writeElement(node, out, context);
}

export function writeInlines(parent: Node, out: Element, context: WritingContext): void {
  for (const child of parent.childNodes) writeInline(child, out, context);
}

function writeElement(element: Element, out: Element, context: WritingContext): void {
  const { document } = context;
  const tag = element.tagName.toUpperCase();
  if (element.hasAttribute('data-math')) out.append(copyMath(element, document));
  else if (element.hasAttribute('data-footnote-ref')) out.append(document.importNode(element, true));
  else if (tag === 'MATH') writeMathMl(element, out, document);
  else if (tag === 'A') writeLink(element, out, context);
  else if (tag === 'IMG') writeImage(element, out, context);
  else if (tag === 'BR') out.append(document.createElement('br'));
  else if (tag === 'CODE' || tag === 'TT' || tag === 'SAMP') writeCode(element, out, context);
  else {
    const name = inlineNames[tag] ?? styledName(element);
    if (name === undefined) writeInlines(element, out, context);
    else writeNamed(element, name, out, context);
    if (/^(P|DIV|LI|H[1-6]|TR|DT|DD)$/.test(tag) && element.nextSibling !== null) out.append(' ');
  }
}

function copyMath(element: Element, document: Document): Element {
  const span = document.createElement('span');
  span.setAttribute('data-math', 'inline');
  if (element.hasAttribute('data-guessed')) span.setAttribute('data-guessed', '');
  span.textContent = element.textContent;
  return span;
}

/** WeChat and Word write emphasis as styles. */
function styledName(element: Element): string | undefined {
  const style = element.tagName === 'SPAN' ? (element.getAttribute('style') ?? '') : '';
  if (/font-weight:\s*(bold|[6-9]00)/i.test(style)) return 'strong';
  if (/font-style:\s*italic/i.test(style)) return 'em';
  const struck = style
    .split(';')
    .some((rule) => /^\s*text-decoration/i.test(rule) && /line-through/i.test(rule));
  return struck ? 'del' : undefined;
}

function writeNamed(element: Element, name: string, out: Element, context: WritingContext): void {
  const made = context.document.createElement(name);
  writeInlines(element, made, context);
  if (!/\S/.test(made.textContent ?? '') && made.querySelector('img, br, math') === null) {
    if (made.textContent !== '') out.append(made.textContent ?? '');
    return;
  }
  const heading = element.parentElement?.closest('h1, h2, h3, h4, h5, h6') ?? null;
  const nested = out.closest(name) !== null || heading !== null;
  if (name === 'strong' && nested && (element.parentElement?.textContent ?? '') === element.textContent) {
    appendAll(out, made.childNodes);
    return;
  }
  for (const attribute of ['title', 'datetime']) {
    const value = element.getAttribute(attribute);
    if (value !== null && (name === 'abbr' || name === 'time')) made.setAttribute(attribute, value);
  }
  out.append(made);
}

function writeLink(element: Element, out: Element, context: WritingContext): void {
  const href = element.getAttribute('href');
  const address = href === null ? null : linkAddress(href, context);
  const images = element.querySelectorAll('img');
  const image = images.length === 1 && (element.textContent ?? '').trim() === '' ? images[0] : undefined;
  if (address !== null && image !== undefined && isPicture(address) && isSamePicture(address, image))
    image.setAttribute('src', address);
  if (address === null || image?.getAttribute('src') === address) {
    writeInlines(element, out, context);
    return;
  }
  const link = context.document.createElement('a');
  link.setAttribute('href', address);
  const title = element.getAttribute('title');
  if (title !== null && title !== '' && title !== (element.textContent ?? '').trim())
    link.setAttribute('title', title);
  writeInlines(element, link, context);
  if (/\S/.test(link.textContent ?? '') || link.querySelector('img') !== null) out.append(link);
  else out.append(link.textContent ?? '');
}

function isPicture(address: string): boolean {
  return /\.(png|jpe?g|gif|webp|avif|bmp|svg)(?:[?#!@]|$)/i.test(address);
}

/** A link to the picture itself, or to it in another size: `photo-300x200.jpg` and `photo_hu1a2b3c.jpg` are `photo.jpg`. */
function isSamePicture(address: string, image: Element): boolean {
  const [full, shown] = [address, image.getAttribute('src') ?? ''].map((each) => fileStem(each));
  return (
    full !== undefined &&
    shown !== undefined &&
    full !== '' &&
    (shown === full || (shown.startsWith(full) && /^[-_@.]/.test(shown.slice(full.length))))
  );
}

function fileStem(address: string): string {
  const path = address.split(/[?#!]/, 1)[0] ?? '';
  const file = path.slice(path.lastIndexOf('/') + 1);
  return file.slice(0, Math.max(0, file.lastIndexOf('.')));
}

function writeImage(element: Element, out: Element, { document, base }: WritingContext): void {
  const src = imageAddress(element.getAttribute('src') ?? '', base);
  if (src === null) return;
  const image = document.createElement('img');
  image.setAttribute('src', src);
  image.setAttribute('alt', element.getAttribute('alt') ?? '');
  for (const name of ['title', 'width', 'height']) {
    const value = element.getAttribute(name);
    if (value !== null && value !== '') image.setAttribute(name, value);
  }
  out.append(image);
}

/** Inline code holds text only; a link that is all of it goes around it. */
function writeCode(element: Element, out: Element, context: WritingContext): void {
  const code = context.document.createElement('code');
  const text = element.textContent ?? '';
  if (text === '') return;
  code.textContent = text;
  const link = element.childElementCount === 1 ? element.querySelector('a[href]') : null;
  const address =
    link === null || (link.textContent ?? '') !== text
      ? null
      : linkAddress(link.getAttribute('href') ?? '', context);
  if (address === null) {
    const image = element.querySelector('img');
    if (image !== null) writeImage(image, out, context);
    out.append(code);
    return;
  }
  const around = context.document.createElement('a');
  around.setAttribute('href', address);
  around.append(code);
  out.append(around);
}
