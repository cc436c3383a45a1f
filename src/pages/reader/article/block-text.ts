/** Where in the page a UTF-16 unit of a block's text stands. */
export interface TextPlace {
  readonly node: Node;
  readonly offset: number;
}

/**
 * The text of a block as it is stored (Article.blocks), found again in the block's element, dressed or not. What the page
 * added is not part of it; a formula that was drawn is its LaTeX, and one piece.
 */
export interface BlockText {
  readonly text: string;
  /** The place before the unit at this offset. */
  readonly before: (offset: number) => TextPlace;
  /** The place after the unit that ends at this offset. */
  readonly after: (offset: number) => TextPlace;
  /** How many units stand before a place of the page. */
  readonly offsetOf: (place: TextPlace) => number;
}

/** Elements whose text is another block's: see extract/outcome/number-blocks.ts. */
const blocks =
  'ul, ol, pre, p, blockquote, table, dl, figure, details, aside, section, div, h1, h2, h3, h4, h5, h6';

/** What the page put into the article. */
const added =
  'button, .image-away, .footnote-back, .footnote-popover, .task-box, .table-scroll-note, [data-added]';

/** A stretch of the text that stands in one node. */
interface Run {
  readonly node: Node;
  /** Where it begins in the node, and in the block's text. */
  readonly from: number;
  readonly at: number;
  length: number;
  /** It is the node's child at `from`, and cannot be taken apart. */
  readonly whole: boolean;
}

/** Reads a block's element. */
export function readBlock(element: Element): BlockText {
  const isCode = element.tagName === 'PRE';
  const runs: Run[] = [];
  let text = '';
  const take = (sign: string, node: Node, from: number, whole: boolean) => {
    const isSpace = !isCode && /\s/.test(sign);
    if (isSpace && (text === '' || text.endsWith(' '))) return;
    const last = runs.at(-1);
    const goesOn = last?.node === node && (whole ? last.from === from : last.from + last.length === from);
    if (goesOn && last.whole === whole) last.length += 1;
    else runs.push({ node, from, at: text.length, length: 1, whole });
    text += isSpace ? ' ' : sign;
  };
  for (const { node, text: own, whole } of partsOf(element, isCode)) {
    const parent = node.parentNode ?? node;
    const index = whole ? [...parent.childNodes].indexOf(node as ChildNode) : 0;
    for (let at = 0; at < own.length; at += 1)
      take(own[at] ?? '', whole ? parent : node, whole ? index : at, whole);
  }
  if (!isCode && text.endsWith(' ')) text = text.slice(0, -1);
  const edge = { node: element, offset: 0 };
  return {
    text,
    before(offset) {
      const run = runOf(runs, offset);
      if (run === undefined) return edge;
      return { node: run.node, offset: run.whole ? run.from : run.from + offset - run.at };
    },
    after(offset) {
      const run = runOf(runs, offset - 1);
      if (run === undefined) return edge;
      return { node: run.node, offset: run.whole ? run.from + 1 : run.from + offset - run.at };
    },
    offsetOf: (place) => Math.min(text.length, countBefore(runs, place)),
  };
}

/** The run that holds the unit at this offset. */
function runOf(runs: readonly Run[], offset: number): Run | undefined {
  let [low, high] = [0, runs.length - 1];
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if ((runs[middle]?.at ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return runs[low];
}

interface Part {
  readonly node: Node;
  readonly text: string;
  /** It cannot be taken apart. */
  readonly whole: boolean;
}

function* partsOf(element: Element, isCode: boolean): Generator<Part> {
  for (const child of element.childNodes) {
    if (child instanceof Element && (child.matches(added) || (!isCode && child.matches(blocks)))) continue;
    if (child.nodeName === 'BR') yield { node: child, text: ' ', whole: true };
    else yield* partsWithin(child);
  }
}

function* partsWithin(node: Node): Generator<Part> {
  if (node instanceof Text) {
    yield { node, text: node.data, whole: false };
    return;
  }
  if (!(node instanceof Element) || node.matches(added)) return;
  const drawn = node.matches('[data-math].rendered') ? node.querySelector('annotation') : null;
  if (drawn !== null) {
    yield { node, text: drawn.textContent, whole: true };
    return;
  }
  for (const child of node.childNodes) yield* partsWithin(child);
}

/** By halves: the runs stand in the order of the page. */
function countBefore(runs: readonly Run[], { node, offset }: TextPlace): number {
  const place = new Range();
  place.setStart(node, offset);
  let [low, high] = [0, runs.length];
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    const run = runs[middle];
    if (run !== undefined && place.comparePoint(run.node, run.from) < 0) low = middle + 1;
    else high = middle;
  }
  // The last run that begins before the place; it ends there, or before.
  const run = runs[low - 1];
  if (run === undefined) return 0;
  const within = !run.whole && run.node === node ? offset - run.from : run.length;
  return run.at + Math.min(run.length, within);
}
