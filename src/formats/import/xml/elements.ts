import { decodeXmlEntities } from '../../text/html-entities.ts';

/**
 * The inner texts of the elements of one name, in order, found by their tags. No XML parser: exports may have hundreds of
 * megabytes, and no document type is read, so that no entity can unfold. One that never ends goes up to the text's end.
 */
export function* elements(
  text: string,
  name: string,
): Generator<{ readonly attributes: string; readonly inner: string }> {
  const open = `<${name}`;
  for (let at = text.indexOf(open); at !== -1; at = text.indexOf(open, at + 1)) {
    const next = text[at + open.length] ?? '';
    if (!/[\s/>]/.test(next)) continue;
    const end = text.indexOf('>', at);
    if (end === -1) return;
    const attributes = text.slice(at + open.length, end);
    if (attributes.endsWith('/')) {
      yield { attributes: attributes.slice(0, -1), inner: '' };
      continue;
    }
    const close = endOf(text, end + 1, `</${name}>`);
    yield { attributes, inner: text.slice(end + 1, close) };
    at = close;
  }
}

/** The end tag, but not one that stands in CDATA. */
function endOf(text: string, start: number, tag: string): number {
  for (let at = start; ;) {
    const close = text.indexOf(tag, at);
    if (close === -1) return text.length;
    const cdata = text.indexOf('<![CDATA[', at);
    if (cdata === -1 || cdata > close) return close;
    const after = text.indexOf(']]>', cdata);
    if (after === -1) return text.length;
    at = after;
  }
}

/** The text of the first element of this name, decoded; empty where there is none. */
export function textIn(text: string, name: string): string {
  for (const { inner } of elements(text, name)) return plain(inner);
  return '';
}

/** Text of an element: CDATA as it stands, else decoded. */
export function plain(inner: string): string {
  const cdata = /^\s*<!\[CDATA\[([\s\S]*?)\]\]>/.exec(inner)?.[1];
  return cdata ?? decodeXmlEntities(inner);
}

/** The attributes of a tag by their names as written, decoded. */
export function attributesOf(text: string): ReadonlyMap<string, string> {
  const attributes = new Map<string, string>();
  const found = text.slice(0, 100_000).matchAll(/([\w:.-]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'))?/g);
  for (const [, name = '', double, single] of found)
    attributes.set(name, decodeXmlEntities(double ?? single ?? ''));
  return attributes;
}
