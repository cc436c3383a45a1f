import { decodeXmlEntities } from '../../text/html-entities.ts';

/**
 * The inner texts of the elements of one name, in order, found by their tags. No XML parser: exports may have hundreds of
 * megabytes, and no document type is read, so that no entity can unfold. One that never ends goes up to the text's end, and
 * is cut.
 */
export function* elements(
  text: string,
  name: string,
): Generator<{ readonly attributes: string; readonly inner: string; readonly isCut: boolean }> {
  const open = `<${name}`;
  for (let at = text.indexOf(open); at !== -1; at = text.indexOf(open, at + 1)) {
    const next = text[at + open.length] ?? '';
    if (!/[\s/>]/.test(next)) continue;
    const end = text.indexOf('>', at);
    if (end === -1) return;
    const attributes = text.slice(at + open.length, end);
    if (attributes.endsWith('/')) {
      yield { attributes: attributes.slice(0, -1), inner: '', isCut: false };
      continue;
    }
    const close = endOf(text, end + 1, `</${name}>`);
    yield { attributes, inner: text.slice(end + 1, close), isCut: close === text.length };
    at = close;
  }
}

/** The end tag, but not one that stands in CDATA. */
function endOf(text: string, start: number, tag: string): number {
  let close = text.indexOf(tag, start);
  for (let at = start; close !== -1;) {
    // Looked for up to the end tag only: a text of many elements would be read once for each of them.
    const cdata = text.slice(at, close).indexOf('<![CDATA[');
    if (cdata === -1) return close;
    const after = text.indexOf(']]>', at + cdata);
    if (after === -1) return text.length;
    if (after > close) close = text.indexOf(tag, after);
    at = after;
  }
  return text.length;
}

/** An element with what it says of itself and what stands in it, as written. */
export interface XmlElement {
  readonly name: string;
  readonly attributes: string;
  readonly inner: string;
}

/** The outermost elements of a text, in order; those of the same name within them are theirs. One pass. */
export function* children(text: string): Generator<XmlElement> {
  for (let at = text.indexOf('<'); at !== -1; at = text.indexOf('<', at)) {
    const name = /^<([\w:.-]{1,100})/.exec(text.slice(at, at + 102))?.[1];
    const end = text.indexOf('>', at);
    if (end === -1) return;
    if (name === undefined) {
      at = afterAside(text, at) ?? end + 1;
      continue;
    }
    const attributes = text.slice(at + 1 + name.length, end);
    if (attributes.endsWith('/')) {
      yield { name, attributes: attributes.slice(0, -1), inner: '' };
      at = end + 1;
      continue;
    }
    const close = closeOf(text, end + 1, name);
    yield { name, attributes, inner: text.slice(end + 1, close) };
    at = close + 1;
  }
}

/** Behind a comment or CDATA; null where neither begins. */
function afterAside(text: string, at: number): number | null {
  const end = text.startsWith('<!--', at) ? '-->' : text.startsWith('<![CDATA[', at) ? ']]>' : null;
  if (end === null) return null;
  const close = text.indexOf(end, at);
  return close === -1 ? text.length : close + end.length;
}

/** Where the end tag of an element stands whose inner text begins at `start`; the text's end where it has none. */
function closeOf(text: string, start: number, name: string): number {
  let depth = 1;
  for (let at = text.indexOf('<', start); at !== -1; at = text.indexOf('<', at)) {
    const aside = afterAside(text, at);
    if (aside !== null) {
      at = aside;
      continue;
    }
    const isEnd = text[at + 1] === '/';
    const after = at + (isEnd ? 2 : 1) + name.length;
    if (text.startsWith(name, after - name.length) && /[\s/>]/.test(text[after] ?? '')) {
      const end = text.indexOf('>', after);
      if (isEnd) depth -= 1;
      else if (text[end - 1] !== '/') depth += 1;
      if (depth === 0) return at;
    }
    at += 1;
  }
  return text.length;
}

/** The text of the first element of this name, decoded; empty where there is none. */
export function textIn(text: string, name: string): string {
  for (const { inner } of elements(text, name)) return plain(inner);
  return '';
}

const open = /^\s*<!\[CDATA\[/;

/** Text of an element: CDATA as it stands, else decoded. */
export function plain(inner: string): string {
  const cdata = /^\s*<!\[CDATA\[([\s\S]*?)\]\]>/.exec(inner)?.[1];
  // One that never ends, of a file that is cut off.
  return cdata ?? (open.test(inner) ? inner.replace(open, '') : decodeXmlEntities(inner));
}

/** The attributes of a tag by their names as written, decoded. */
export function attributesOf(text: string): ReadonlyMap<string, string> {
  const attributes = new Map<string, string>();
  const found = text.slice(0, 100_000).matchAll(/([\w:.-]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'))?/g);
  for (const [, name = '', double, single] of found)
    attributes.set(name, decodeXmlEntities(double ?? single ?? ''));
  return attributes;
}
