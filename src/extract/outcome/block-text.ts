/** What a block's element holds that is no text of its own: blocks inside it are entries of their own. */
const ownBlocks = new Set([
  'UL',
  'OL',
  'PRE',
  'P',
  'BLOCKQUOTE',
  'TABLE',
  'DL',
  'FIGURE',
  'DETAILS',
  'ASIDE',
  'SECTION',
  'DIV',
  'H1',
  'H2',
  'H3',
  'H4',
  'H5',
  'H6',
]);

/** A part of a text node. */
export interface TextPiece {
  readonly node: Text;
  readonly start: number;
  readonly end: number;
}

/** The text of a block's element: exact in code and formulas, elsewhere with single spaces and none at the ends. */
export function blockText(element: Element): string {
  return isExact(element) ? (element.textContent ?? '') : collapsed(ownText(element));
}

function isExact(element: Element): boolean {
  return element.tagName === 'PRE' || element.getAttribute('data-math') === 'block';
}

function collapsed(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

function ownText(element: Element): string {
  let text = '';
  for (const child of element.childNodes) {
    if (child instanceof Element && ownBlocks.has(child.tagName)) continue;
    text += child.nodeName === 'BR' ? ' ' : (child.textContent ?? '');
  }
  return text;
}

/**
 * The text nodes that hold these units of a block's text, in order; of the block's own nodes only. `from` and `to` are UTF-16
 * units of `blockText`, `to` exclusive.
 */
export function textPieces(element: Element, from: number, to: number): readonly TextPiece[] {
  const pieces: { node: Text; start: number; end: number }[] = [];
  let at = 0;
  for (const { node, offset } of unitsOf(element, isExact(element))) {
    if (at >= to) break;
    if (at >= from && node !== null) {
      const last = pieces.at(-1);
      if (last?.node === node) last.end = offset + 1;
      else pieces.push({ node, start: offset, end: offset + 1 });
    }
    at += 1;
  }
  return pieces;
}

interface Unit {
  /** null for a line break. */
  readonly node: Text | null;
  readonly offset: number;
}

/** Where each unit of the block's text comes from. Of a run of white space its first stands for it, if something follows. */
function* unitsOf(element: Element, exact: boolean): Generator<Unit> {
  let space: Unit | null = null;
  let isEmpty = true;
  for (const node of ownNodes(element, exact)) {
    const text = node === null ? ' ' : node.data;
    for (let offset = 0; offset < text.length; offset += 1) {
      if (!exact && /\s/.test(text[offset] ?? '')) {
        space ??= { node, offset };
        continue;
      }
      if (space !== null && !isEmpty) yield space;
      space = null;
      isEmpty = false;
      yield { node, offset };
    }
  }
}

/** The text nodes that are the block's own; null for a line break, which reads as a space. */
function* ownNodes(element: Element, exact: boolean): Generator<Text | null> {
  for (const child of element.childNodes) {
    if (!exact && child instanceof Element && ownBlocks.has(child.tagName)) continue;
    if (child instanceof Text) yield child;
    else if (child.nodeName === 'BR') yield null;
    else yield* textsIn(child);
  }
}

function* textsIn(node: Node): Generator<Text> {
  for (const child of node.childNodes) {
    if (child instanceof Text) yield child;
    else yield* textsIn(child);
  }
}
