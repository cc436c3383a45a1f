import { decodeEntities } from './html-entities.ts';
import { LineCounter } from './line-counter.ts';

/** A start tag with the text up to the next tag of its kind's end, or an end tag (`/dl`). */
export interface Markup {
  /** Lower case; `broken` for a tag that never ends. */
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
  /** What follows it as plain text: formatting taken away, entities decoded. */
  readonly text: string;
  /** From 1. */
  readonly line: number;
  /** Ended in itself: `<outline />`. */
  readonly isEmpty: boolean;
}

/** Longest tag that we take on: icons stand in attributes as data: addresses. */
const maxTag = 2 ** 20;

/**
 * The tags of these names in a text, in order. No HTML parser: bookmark files are flat, may hold 100,000 links, and
 * need no tree. One pass; line numbers are counted along the way.
 */
export function* readMarkup(text: string, names: ReadonlySet<string>): Generator<Markup> {
  const lines = new LineCounter(text);
  for (let at = text.indexOf('<'); at !== -1; at = text.indexOf('<', at + 1)) {
    if (text.startsWith('<!--', at)) {
      const end = text.indexOf('-->', at);
      at = end === -1 ? text.length : end;
      continue;
    }
    const name = /^<(\/?[a-z][a-z0-9]*)/i.exec(text.slice(at, at + 12))?.[1]?.toLowerCase();
    if (name === undefined || !names.has(name)) continue;
    const line = lines.lineAt(at);
    const end = tagEnd(text, at);
    if (end === -1) {
      yield { name: 'broken', attributes: new Map(), text: text.slice(at, at + 200), line, isEmpty: false };
      continue;
    }
    const attributes = attributesOf(text.slice(at + 1 + name.length, end));
    const inside = textAfter(text, end + 1, name);
    yield { name, attributes, text: plainText(inside), line, isEmpty: text[end - 1] === '/' };
    // What stands in a note or a title is text, whatever it looks like.
    at = name === 'dd' || name === 'h3' ? end + inside.length : end;
  }
}

/** The `>` that ends the tag: not one in quotes. A quote that is open at the end of the line is a stray one. */
function tagEnd(text: string, start: number): number {
  const limit = Math.min(text.length, start + maxTag);
  let quote = '';
  for (let at = start; at < limit; at += 1) {
    const sign = text[at] ?? '';
    if (quote !== '') {
      if (sign === quote) quote = '';
      else if (sign === '\n') return -1;
    } else if (sign === '>') return at;
    else if (sign === '"' || sign === "'") quote = sign;
    // Another tag begins: this one never ended, and must not be looked through again for each of many.
    else if (sign === '<' && at > start) return -1;
  }
  return -1;
}

/** The value is optional in the pattern so that a long name without one is passed over whole: linear. */
const attribute = /([\w:-]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+)))?/g;

/** The attributes of a tag's text by their names in lower case, decoded. */
export function attributesOf(text: string): ReadonlyMap<string, string> {
  const attributes = new Map<string, string>();
  for (const [, name = '', double, single, bare] of text.matchAll(attribute))
    attributes.set(name.toLowerCase(), decodeEntities(double ?? single ?? bare ?? ''));
  return attributes;
}

/** Up to the element's end, or up to the next item or element of the kind where it has no end. */
function textAfter(text: string, start: number, name: string): string {
  if (name.startsWith('/') || name === 'dl' || name === 'outline') return '';
  const rest = text.slice(start, start + maxText);
  const end = rest.search(name === 'dd' ? afterNote : new RegExp(`</?${name}\\b|<(?:dt|/?dl)\\b`, 'i'));
  return rest.slice(0, end === -1 ? rest.length : end);
}

const afterNote = /<(?:\/?d[tld]|h3|hr)\b/i;
const maxText = 20_000;

/**
 * Not every exporter escapes: `std::vector<int>` and `<details>` in a title are text. Only what formats text, and the
 * breaks of notes, are markup.
 */
export function plainText(text: string): string {
  if (!text.includes('<')) return decodeEntities(text).trim();
  return decodeEntities(
    text
      .replaceAll(/<(?:br|\/p|\/div|\/li)\s?\/?>/gi, '\n')
      .replaceAll(
        /<\/?(?:b|i|em|strong|u|s|span|font|small|mark|code|sup|sub|p|div|ul|ol|li|img)(?:\s[^<>]*)?>/gi,
        '',
      )
      .replaceAll(/<a\s[^<>]*>|<\/a>/gi, ''),
  ).trim();
}
