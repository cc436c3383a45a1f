/** One end of a passage: a block of the article, and how far into its text, UTF-16 units. */
interface RangeEnd {
  readonly block: number;
  /** The block's text as it is shown. Where enhancement has changed it (a formula), there is no place within it. */
  readonly text: string;
  /** null where the passage takes the block whole. */
  readonly offset: number | null;
}

/** A part of the article that the user selected. */
export interface SelectedRange {
  readonly from: RangeEnd;
  readonly to: RangeEnd;
}

/** The selected part of the article that `root` shows; null where nothing of it is selected, or all of it and more. */
export function selectedRange(root: Element | null, selection: Selection | null): SelectedRange | null {
  if (root === null || selection === null || selection.isCollapsed || selection.rangeCount === 0) return null;
  const range = selection.getRangeAt(0);
  if (range.commonAncestorContainer !== root && range.commonAncestorContainer.contains(root)) return null;
  const blocks = [...root.querySelectorAll('[data-block]')].filter((block) => range.intersectsNode(block));
  const [first] = blocks;
  const last = blocks.at(-1);
  if (first === undefined || last === undefined) return null;
  return {
    from: endIn(first, range.startContainer, range.startOffset),
    to: endIn(last, range.endContainer, range.endOffset),
  };
}

function endIn(block: Element, container: Node, offset: number): RangeEnd {
  const place = { block: Number(block.getAttribute('data-block')), text: block.textContent };
  if (!block.contains(container)) return { ...place, offset: null };
  const before = new Range();
  before.selectNodeContents(block);
  before.setEnd(container, offset);
  return { ...place, offset: before.toString().length };
}

/** The passage alone, within the elements that it stands in (its list, its quotation, its code block). */
export function cutRange(article: DocumentFragment, { from, to }: SelectedRange): DocumentFragment {
  const range = new Range();
  const [start, end] = [blockOf(article, from), blockOf(article, to)];
  if (start === null || end === null) return article;
  const [startAt, endAt] = [routeOf(start, from), routeOf(end, to)];
  if (startAt === null) range.setStartBefore(start);
  else range.setStart(...startAt);
  if (endAt === null) range.setEndAfter(end);
  else range.setEnd(...endAt);
  let part = range.cloneContents();
  const { commonAncestorContainer: common } = range;
  let around = common instanceof Element ? common : common.parentElement;
  for (; around !== null; around = around.parentElement) {
    const shell = document.createDocumentFragment();
    const copy = around.cloneNode(false);
    copy.appendChild(part);
    shell.append(copy);
    part = shell;
  }
  return part;
}

function blockOf(article: DocumentFragment, { block }: RangeEnd): Element | null {
  return article.querySelector(`[data-block="${block}"]`);
}

/** Where in the stored block the end is; null for the block's own edge. */
function routeOf(block: Element, { offset, text }: RangeEnd): [node: Node, offset: number] | null {
  if (offset === null || block.textContent !== text) return null;
  const texts = document.createTreeWalker(block, NodeFilter.SHOW_TEXT);
  let left = offset;
  for (let node = texts.nextNode(); node !== null; node = texts.nextNode()) {
    const length = node.textContent?.length ?? 0;
    if (left <= length) return [node, left];
    left -= length;
  }
  return null;
}
