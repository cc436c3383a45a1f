import type { BlockRange } from './highlight.ts';

/** The start tags of serialised article HTML that matter here: attributes are quoted, text has no `<`. */
const tag = /<(?:img|[a-z][a-z0-9]*)\b[^<>]*>/gi;
const number = /\sdata-block="(\d+)"/;
const source = /\ssrc="([^"]*)"/;

/** Where a picture stands in article HTML, as the block before it; null where the article does not show it. */
export function placeOfPicture(html: string, address: string): BlockRange | null {
  let block = 0;
  for (const [element] of html.matchAll(tag)) {
    block = Number(number.exec(element)?.[1] ?? block);
    if (!/^<img\b/i.test(element)) continue;
    if (unescaped(source.exec(element)?.[1] ?? '') !== address) continue;
    const point = { block, offset: null };
    return { from: point, to: point };
  }
  return null;
}

/** An attribute's value as the browser serialised it. */
function unescaped(value: string): string {
  return value
    .replaceAll('&quot;', '"')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&nbsp;', '\u{A0}')
    .replaceAll('&amp;', '&');
}
