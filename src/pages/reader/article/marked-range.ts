import type { TextBlock } from '../../../core/clip/article.ts';
import { type Segment, anchorOf, segmentsOf } from '../../../core/highlight/anchor.ts';
import type { BlockPoint, BlockRange, HighlightAnchor } from '../../../core/highlight/highlight.ts';
import { type BlockText, type TextPlace, readBlock } from './block-text.ts';

/** A picture of the article. */
export interface MarkedPicture {
  /** As the article's HTML names it. */
  readonly address: string;
  /** What it shows, in words. */
  readonly text: string;
}

/** A part of the article that the user selected: words of the stored blocks, or where there are none pictures. */
export type MarkedPassage =
  { readonly anchor: HighlightAnchor } | { readonly pictures: readonly MarkedPicture[] };

/** What of the article that `root` shows lies in this range; null where nothing does. */
export function passageIn(root: Element, blocks: readonly TextBlock[], range: Range): MarkedPassage | null {
  if (!root.contains(range.commonAncestorContainer)) return null;
  const start = outside(range.startContainer, range.startOffset, 'before');
  const end = outside(range.endContainer, range.endOffset, 'after');
  const covered = blockElements(root)
    .filter((element) => range.intersectsNode(element))
    .flatMap((element) => segmentIn(element, blocks, start, end));
  const [first] = covered;
  const last = covered.at(-1);
  if (first !== undefined && last !== undefined) {
    const anchor = anchorOf(blocks, {
      from: pointOf(blocks, first, 'start'),
      to: pointOf(blocks, last, 'end'),
    });
    if (anchor !== null) return { anchor };
  }
  const pictures = [...root.querySelectorAll('[data-picture]')]
    .filter((element) => range.intersectsNode(element))
    .map(pictureOf);
  return pictures.length === 0 ? null : { pictures };
}

export function pictureOf(element: Element): MarkedPicture {
  const image = element instanceof HTMLImageElement ? element : null;
  const text = image?.alt ?? element.querySelector('.image-alt')?.textContent ?? '';
  return { address: element.getAttribute('data-picture') ?? '', text };
}

/** A formula is taken whole. */
function pointOf(
  blocks: readonly TextBlock[],
  { block, start, end }: Segment,
  edge: 'start' | 'end',
): BlockPoint {
  if (blocks[block]?.kind === 'math') return { block, offset: null };
  return { block, offset: edge === 'start' ? start : end };
}

function segmentIn(
  element: Element,
  blocks: readonly TextBlock[],
  start: TextPlace,
  end: TextPlace,
): readonly Segment[] {
  const block = Number(element.getAttribute('data-block'));
  const stored = blocks[block]?.text ?? '';
  if (blocks[block]?.kind === 'math') return [{ block, start: 0, end: stored.length }];
  const read = readBlock(element);
  // Where the page shows another text than the stored one, no offset is to be trusted.
  if (read.text !== stored) return [];
  let [from, to] = [read.offsetOf(start), read.offsetOf(end)];
  // White space at either end of a selection is not meant, but that of code is.
  if (blocks[block]?.kind !== 'code') {
    while (from < to && stored[from] === ' ') from += 1;
    while (to > from && stored[to - 1] === ' ') to -= 1;
  }
  return to > from ? [{ block, start: from, end: to }] : [];
}

/** A place within a formula, as the place before or after it. */
function outside(container: Node, offset: number, side: 'before' | 'after'): TextPlace {
  const element = container instanceof Element ? container : container.parentElement;
  const formula = element?.closest('[data-math].rendered') ?? null;
  const parent = formula?.parentNode ?? null;
  if (formula === null || parent === null) return { node: container, offset };
  const index = [...parent.childNodes].indexOf(formula);
  return { node: parent, offset: side === 'before' ? index : index + 1 };
}

/** A footnote that is open beside its place is a copy. */
function blockElements(root: Element): readonly Element[] {
  return [...root.querySelectorAll('[data-block]')].filter(
    (element) => element.closest('.footnote-popover') === null,
  );
}

/** The texts of the article's blocks, each read once until it is dressed anew. */
export interface BlockReader {
  readonly elementOf: (block: number) => Element | null;
  readonly read: (block: number) => BlockText | null;
  readonly forget: (block: number) => void;
}

export function createBlockReader(root: Element): BlockReader {
  const elements = new Map(
    blockElements(root).map((each) => [Number(each.getAttribute('data-block')), each]),
  );
  const texts = new Map<number, BlockText>();
  const elementOf = (block: number) => elements.get(block) ?? null;
  return {
    elementOf,
    read(block) {
      const element = elementOf(block);
      if (element === null) return null;
      const known = texts.get(block) ?? readBlock(element);
      texts.set(block, known);
      return known;
    },
    forget: (block) => void texts.delete(block),
  };
}

/** The ranges of the page that show a passage, one for each block. */
export function rangesOf(
  reader: BlockReader,
  blocks: readonly TextBlock[],
  passage: BlockRange,
): readonly Range[] {
  return segmentsOf(blocks, passage).flatMap((segment) => rangeIn(reader, blocks, segment) ?? []);
}

function rangeIn(
  reader: BlockReader,
  blocks: readonly TextBlock[],
  { block, start, end }: Segment,
): Range | null {
  const element = reader.elementOf(block);
  const stored = blocks[block];
  if (element === null || stored === undefined) return null;
  const range = new Range();
  if (stored.kind === 'math') {
    range.selectNodeContents(element);
    return range;
  }
  const read = reader.read(block);
  if (read === null) return null;
  const [from, to] =
    read.text === stored.text ? [start, end] : foundIn(read.text, stored.text.slice(start, end));
  if (to <= from) return null;
  const [first, last] = [read.before(from), read.after(to)];
  range.setStart(first.node, first.offset);
  range.setEnd(last.node, last.offset);
  return range;
}

/** Where the page shows another text than the stored one: the words, if it shows them once. */
function foundIn(text: string, quote: string): readonly [number, number] {
  const at = text.indexOf(quote);
  return at < 0 || text.indexOf(quote, at + 1) >= 0 ? [0, 0] : [at, at + quote.length];
}
