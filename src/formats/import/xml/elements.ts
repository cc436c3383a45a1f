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
