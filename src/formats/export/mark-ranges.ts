import { type Segment, segmentsOf } from '../../core/highlight/anchor.ts';
import type { TextBlock } from '../../core/clip/article.ts';
import type { BlockRange } from '../../core/highlight/highlight.ts';
import { textPieces } from '../../extract/outcome/block-text.ts';
import { appendAll } from '../../extract/many-nodes.ts';

export interface MarkedRange {
  /** null where it is in no place of the article. */
  readonly range: BlockRange | null;
  readonly color: string;
}

/** What is marked whole or not at all: half of a formula is none, and Markdown has no mark within inline code. */
const indivisible = '[data-math], code, ruby, math, sup[data-footnote-ref]';

/**
 * Wraps these ranges of an article into `<mark data-highlight="color">`; where they overlap, the first one shows. `article`
 * has the elements of `blocks` by their `data-block`. With `lines`, a code block stays as it is and gets the list of
 * its lines as `data-highlight`.
 */
export function markRanges(
  article: ParentNode,
  blocks: readonly TextBlock[],
  ranges: readonly MarkedRange[],
  code: 'marks' | 'lines',
): void {
  const byBlock = new Map<number, (Segment & { readonly color: string })[]>();
  for (const { range, color } of ranges) {
    for (const segment of range === null ? [] : segmentsOf(blocks, range)) {
      const others = byBlock.get(segment.block) ?? [];
      byBlock.set(segment.block, [...others, { ...segment, color }]);
    }
  }
  for (const [block, segments] of byBlock) {
    const element = article.querySelector(`[data-block="${block}"]`);
    if (element === null) continue;
    if (element.tagName === 'PRE' && code === 'lines')
      nameLines(element, blocks[block]?.text ?? '', segments);
    else for (const run of runsOf(segments).toReversed()) wrap(element, run);
  }
}

interface Run {
  readonly start: number;
  readonly end: number;
  readonly color: string;
}

/** The segments without what an earlier one covers, in text order. */
function runsOf(segments: readonly Run[]): readonly Run[] {
  const runs: Run[] = [];
  for (const { start, end, color } of segments) {
    let from = start;
    for (const taken of runs.filter((run) => run.end > start && run.start < end)) {
      if (taken.start > from) runs.push({ start: from, end: taken.start, color });
      from = Math.max(from, taken.end);
    }
    if (from < end) runs.push({ start: from, end, color });
    runs.sort((a, b) => a.start - b.start);
  }
  return runs;
}

/** `2,4-6`, counted from 1. */
function nameLines(pre: Element, text: string, segments: readonly Segment[]): void {
  const lines: number[] = [];
  let from = 0;
  for (const [index, line] of text.split('\n').entries()) {
    const to = from + line.length;
    const isMarked = ({ start, end }: Segment) =>
      text.slice(Math.max(start, from), Math.min(end, to)).trim() !== '';
    // A line of which only white space is marked has no mark: reading it back would mark its words.
    if (segments.some(isMarked)) lines.push(index + 1);
    from = to + 1;
  }
  const runs: [number, number][] = [];
  for (const line of lines) {
    const last = runs.at(-1);
    if (last !== undefined && last[1] === line - 1) last[1] = line;
    else runs.push([line, line]);
  }
  const list = runs.map(([first, last]) => (first === last ? String(first) : `${first}-${last}`));
  (pre.querySelector('code') ?? pre).setAttribute('data-highlight', list.join(','));
}

function wrap(element: Element, { start, end, color }: Run): void {
  const covered = new Set<Node>();
  for (const piece of textPieces(element, start, end))
    if (piece.node.parentElement?.closest('mark[data-highlight]') === null)
      covered.add(covering(element, piece));
  for (const node of covered) liftFrom(element, node, covered);
  for (const group of neighbours(covered)) {
    const mark = element.ownerDocument.createElement('mark');
    mark.setAttribute('data-highlight', color);
    group[0]?.parentNode?.insertBefore(mark, group[0]);
    appendAll(mark, group);
  }
}

/** The node that holds this piece of text and no more, but for what cannot be divided. */
function covering(
  element: Element,
  { node, start, end }: { readonly node: Text; readonly start: number; readonly end: number },
): Node {
  const whole = element.tagName === 'PRE' ? null : (node.parentElement?.closest(indivisible) ?? null);
  if (whole !== null && whole !== element && element.contains(whole)) return whole;
  if (end < node.length) node.splitText(end);
  return start > 0 ? node.splitText(start) : node;
}

/** An element all of whose content is covered is covered itself, so that there are few marks. */
function liftFrom(element: Element, node: Node, covered: Set<Node>): void {
  let child = node;
  for (
    let parent = child.parentElement;
    parent !== null && parent !== element;
    parent = child.parentElement
  ) {
    const isWhole = [...parent.childNodes].every(
      (each) => covered.has(each) || each.nodeName === 'BR' || each.textContent === '',
    );
    if (!isWhole || parent.tagName === 'CODE') return;
    for (const each of parent.childNodes) covered.delete(each);
    covered.add(parent);
    child = parent;
  }
}

/** The nodes that stand side by side, with the line breaks between them. */
function neighbours(covered: ReadonlySet<Node>): readonly (readonly Node[])[] {
  const groups: Node[][] = [];
  const done = new Set<Node>();
  for (const node of covered) {
    if (done.has(node)) continue;
    let first = node;
    for (
      let before = first.previousSibling;
      before !== null && covered.has(before);
      before = before.previousSibling
    )
      first = before;
    const group: Node[] = [];
    for (let next: Node | null = first; next !== null; next = next.nextSibling) {
      const bridges = next.nodeName === 'BR' && next.nextSibling !== null && covered.has(next.nextSibling);
      if (!covered.has(next) && !bridges) break;
      group.push(next);
      done.add(next);
    }
    groups.push(group);
  }
  return groups;
}
