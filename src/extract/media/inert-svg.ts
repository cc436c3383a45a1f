/** What a drawing may be made of: shapes, text, and the paints that they share. Nothing that runs, loads or links. */
const elements = new Set(
  'svg g defs symbol use path rect circle ellipse line polyline polygon text tspan textpath marker pattern clippath mask lineargradient radialgradient stop title desc style filter fegaussianblur feoffset feblend fecolormatrix feflood fecomposite femerge femergenode fedropshadow'.split(
    ' ',
  ),
);
const attribute =
  /^(?:id|class|style|d|x|y|x1|x2|y1|y2|cx|cy|r|rx|ry|fx|fy|dx|dy|width|height|viewBox|points|transform|rotate|offset|xmlns|version|fill|stroke|color|opacity|display|visibility|overflow|href|preserveAspectRatio|marker\w*|ref[XY]|orient|textLength|lengthAdjust|method|spacing|startOffset|filter|mask|in2?|result|stdDeviation|mode|type|values|operator|k[1-4]|(?:clip|fill|stroke|stop|flood|font|text|letter|word|paint|shape|color|dominant|alignment|baseline|vector|gradient|pattern|marker|spread|mask|clipPath|writing|image|pointer|mix)[-\w]*)$/;
const namespace = 'http://www.w3.org/2000/svg';

/** A drawing of the page as an address that shows it and does nothing else; null where it shows nothing. */
export function inertSvg(drawing: Element): string | null {
  const copy = drawing.ownerDocument.implementation.createDocument(namespace, 'svg');
  const root = copy.documentElement;
  fill(drawing, root, copy);
  if (root.querySelector('path, rect, circle, ellipse, line, polyline, polygon, text, use') === null)
    return null;
  for (const [name, index] of [
    ['width', 2],
    ['height', 3],
  ] as const) {
    const size = root
      .getAttribute('viewBox')
      ?.trim()
      .split(/[\s,]+/)[index];
    if (size !== undefined && !/^\d/.test(root.getAttribute(name) ?? '')) root.setAttribute(name, size);
  }
  const bytes = new TextEncoder().encode(new XMLSerializer().serializeToString(root));
  let binary = '';
  for (const byte of bytes) binary += String.fromCharCode(byte);
  return `data:image/svg+xml;base64,${btoa(binary)}`;
}

const token = /<(\/?)([A-Za-z]+)((?: [\w:-]+="[^"<]*")*)\/?>|[^<]+/y;

/**
 * Whether an address is a drawing as `inertSvg` writes it, to the letter: asked of everything that comes from elsewhere.
 */
export function isInertSvg(address: string): boolean {
  const data = /^data:image\/svg\+xml;base64,([A-Za-z\d+/=]+)$/.exec(address)?.[1];
  if (data === undefined) return false;
  const text = textOf(data);
  let styled = false;
  for (let at = 0; at < text.length; at = token.lastIndex) {
    token.lastIndex = at;
    const match = token.exec(text);
    if (match === null) return false;
    const [all, closes, name, attributes = ''] = match;
    if (name === undefined) {
      if (/&(?!(?:amp|lt|gt|quot);)/.test(all) || (styled && !isInertStyle(all))) return false;
      continue;
    }
    if (!elements.has(name.toLowerCase())) return false;
    styled = name === 'style' && closes === '';
    for (const [, key = '', value = ''] of attributes.matchAll(/ ([\w:-]+)="([^"<]*)"/g)) {
      if (key === 'xmlns' ? value !== namespace : !isInertAttribute(key, value)) return false;
    }
  }
  return text.startsWith('<svg ') && /<(?:path|text|circle|ellipse|line|poly|use|rect.*<rect)/.test(text);
}

function textOf(base64: string): string {
  try {
    return new TextDecoder().decode(Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0)));
  } catch (error) {
    if (error instanceof DOMException) return '';
    throw error;
  }
}

function isInertAttribute(name: string, value: string): boolean {
  return attribute.test(name) && isInertStyle(value) && (name !== 'href' || value.startsWith('#'));
}

/** Without addresses but those of parts of the drawing. */
function isInertStyle(text: string): boolean {
  return !/url\((?!\s?["']?#)|@|\\|expression|javascript:|image-set|&(?!(?:amp|lt|gt|quot);)/i.test(text);
}

function fill(from: Element, to: Element, document: XMLDocument): void {
  for (const { name, value } of Array.from(from.attributes)) {
    const plain = name === 'xlink:href' ? 'href' : name;
    if (plain !== 'xmlns' && isInertAttribute(plain, value))
      to.setAttribute(plain, value.replace(/\s+/g, ' '));
  }
  for (const child of from.childNodes) {
    if (child.nodeType === 3) to.append(child.nodeValue ?? '');
    else if (!(child instanceof Element)) continue;
    else if (child.localName === 'foreignObject') to.append(labelOf(child, document));
    else if (
      elements.has(child.localName.toLowerCase()) &&
      !(child.localName === 'style' && !isInertStyle(child.textContent ?? ''))
    ) {
      const made = document.createElementNS(namespace, child.localName);
      fill(child, made, document);
      to.append(made);
    } else if (child.localName === 'a' || child.localName === 'switch') fill(child, to, document);
  }
}

/** Words that a drawing sets as HTML, in the middle of their place. */
function labelOf(label: Element, document: XMLDocument): Element {
  const text = document.createElementNS(namespace, 'text');
  const size = (name: string): number => Number.parseFloat(label.getAttribute(name) ?? '0') || 0;
  text.setAttribute('x', String(size('x') + size('width') / 2));
  text.setAttribute('y', String(size('y') + size('height') / 2));
  text.setAttribute('text-anchor', 'middle');
  text.setAttribute('dominant-baseline', 'middle');
  text.textContent = (label.textContent ?? '').replace(/\s+/g, ' ').trim();
  return text;
}
