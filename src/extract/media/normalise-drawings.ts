import type { PageCopy } from '../copy/page-copy.ts';
import { readMarkup } from '../copy/read-markup.ts';
import { inertSvg, isInertSvg } from './inert-svg.ts';

const controls =
  'a, button, h1, h2, h3, h4, h5, h6, nav, header, footer, label, summary, pre, code, [data-math], [role="button"], [aria-hidden="true"] > svg';
/** Longer drawings (in UTF-16 units) are not kept within the text. */
const longest = 400_000;
const smallest = 48;

/** Drawings that are figures of the article become pictures; icons and what belongs to buttons does not. */
export function normaliseDrawings({ body, document, rules }: PageCopy): void {
  for (const drawing of body.querySelectorAll('svg')) {
    if (drawing.parentElement?.closest('svg') !== null || !isFigure(drawing)) continue;
    const address = inertSvg(drawing);
    if (address === null || address.length > longest) continue;
    const image = document.createElement('img');
    image.setAttribute('src', address);
    image.setAttribute('alt', nameOf(drawing));
    drawing.replaceWith(image);
    rules.add('image/drawing');
  }
  for (const image of body.querySelectorAll('img[src^="data:image/svg+xml"]')) {
    const address = asInert(image.getAttribute('src') ?? '', document);
    if (address !== null) image.setAttribute('src', address);
  }
}

/** As large as a figure, or said to be one, and of more than one stroke. */
function isFigure(drawing: Element): boolean {
  if (
    drawing.closest(controls) !== null ||
    drawing.matches('[hidden], [style*="display:none"], [style*="display: none"]')
  )
    return false;
  const inFigure =
    drawing.closest(
      'figure, [class*="diagram"], [class*="mermaid"], [class*="chart"], [class*="graphviz"]',
    ) !== null;
  const box =
    drawing
      .getAttribute('viewBox')
      ?.trim()
      .split(/[\s,]+/) ?? [];
  const [width, height] = (['width', 'height'] as const).map((name, index) => {
    const stated = drawing.getAttribute(name) ?? '';
    return /^[\d.]+(?:px|pt)?$/.test(stated) ? Number.parseFloat(stated) : Number(box[index + 2] ?? '0');
  });
  const isLarge = (width ?? 0) >= smallest * 2 && (height ?? 0) >= smallest;
  return (
    isLarge &&
    (inFigure ||
      drawing.querySelectorAll('path, rect, circle, ellipse, line, polyline, polygon, text, use').length > 1)
  );
}

function nameOf(drawing: Element): string {
  const title = [...drawing.children].find((child) => child.localName === 'title');
  return (drawing.getAttribute('aria-label') ?? title?.textContent ?? '')
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, 200);
}

/** A drawing in an address, written anew; null for what a lazy loader puts in a picture's place. */
function asInert(address: string, document: Document): string | null {
  const comma = address.indexOf(',');
  if (comma < 0 || address.length > longest || isInertSvg(address)) return null;
  const text = /;base64$/i.test(address.slice(0, comma))
    ? decodedBase64(address.slice(comma + 1))
    : decodedText(address.slice(comma + 1));
  const drawing = readMarkup(text, document, 'http://www.w3.org/2000/svg');
  return drawing?.localName === 'svg' && drawing.querySelectorAll('*').length > 1 ? inertSvg(drawing) : null;
}

function decodedBase64(text: string): string {
  try {
    return new TextDecoder().decode(Uint8Array.from(atob(text.trim()), (letter) => letter.charCodeAt(0)));
  } catch (error) {
    if (error instanceof DOMException) return '';
    throw error;
  }
}

function decodedText(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch (error) {
    if (error instanceof URIError) return text;
    throw error;
  }
}
