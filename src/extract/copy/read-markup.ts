const tag = /<(\/?)([a-z][\w:.-]*)(?![\w:.-])((?:"[^"]*"|'[^']*'|[^"'<>])*)>/iy;
const attribute = /(?<![\w:.-])([a-z_][\w:.-]*)\s?=\s?(?:"([^"]*)"|'([^']*)')/gi;
const entities: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: '\u00a0',
};
const deepest = 200;

/**
 * The tree of MathML or SVG that a page keeps in an attribute or address, in a document where nothing runs. Parsers of the
 * browser may not be asked for it in our own pages (Trusted Types). Null where it is no such markup.
 */
export function readMarkup(text: string, document: Document, namespace: string): Element | null {
  let root: Element | null = null;
  const open: Element[] = [];
  for (let at = text.indexOf('<'); at >= 0 && at < text.length;) {
    if (text[at] !== '<') {
      const end = text.indexOf('<', at);
      open.at(-1)?.append(decoded(text.slice(at, end < 0 ? undefined : end)));
      at = end;
      continue;
    }
    if (text[at + 1] === '!' || text[at + 1] === '?') {
      const isComment = text.startsWith('<!--', at);
      const end = text.indexOf(isComment ? '-->' : '>', at);
      at = end < 0 ? -1 : end + (isComment ? 3 : 1);
      continue;
    }
    tag.lastIndex = at;
    const [all = '', closes = '', name = '', attributes = ''] = tag.exec(text) ?? [];
    if (all === '') break;
    at += all.length;
    if (closes !== '') {
      open.pop();
      if (open.length === 0) break;
      continue;
    }
    const element = document.createElementNS(namespace, name.replace(/^\w+:/, ''));
    for (const [, key = '', double, single] of attributes.matchAll(attribute)) {
      if (!/^xmlns(?:$|:)/.test(key)) element.setAttribute(key, decoded(double ?? single ?? ''));
    }
    open.at(-1)?.append(element);
    root ??= element;
    if (!all.endsWith('/>')) open.push(element);
    if (open.length === 0 || open.length > deepest) break;
  }
  return root;
}

function decoded(text: string): string {
  return text.replace(
    /&(?:#(x?)([\da-f]{1,6})|(\w{2,6}));/gi,
    (all: string, hex: string, digits?: string, name?: string) => {
      if (digits === undefined) return entities[name ?? ''] ?? all;
      const point = Number.parseInt(digits, hex === '' ? 10 : 16);
      return point <= 0x10_ff_ff ? String.fromCodePoint(point) : all;
    },
  );
}
