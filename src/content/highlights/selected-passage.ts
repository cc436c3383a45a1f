import type { Passage } from '../../core/highlight/find-passage.ts';
import { anything } from '../../core/highlight/squeezed-text.ts';
import { type PageText, pageTexts } from './page-texts.ts';

/** UTF-16 units on each side: enough to tell equal passages apart. */
const contextLength = 300;

/** The passage that is selected, with what stands around it; null where nothing is. */
export function selectedPassage(
  document: Document,
): { readonly passage: Passage; readonly range: Range } | null {
  const selection = document.getSelection();
  if (selection === null || selection.isCollapsed || selection.rangeCount === 0) return null;
  const range = selection.getRangeAt(0).cloneRange();
  const passage = passageOf(pageTexts(document.body, anything), range);
  return passage.quote.replaceAll(anything, '').trim() === '' ? null : { passage, range };
}

/** What of these texts a range holds, and what stands before and after it. */
export function passageOf(texts: readonly PageText[], range: Range): Passage {
  const [before, within, after]: [string[], string[], string[]] = [[], [], []];
  for (const { node, text } of texts) {
    const [start, end] = node instanceof Text ? partOf(node, range) : wholeOf(node, range, text);
    before.push(text.slice(0, start));
    within.push(text.slice(start, end));
    after.push(text.slice(end));
  }
  return {
    quote: within.join(''),
    prefix: before.join('').slice(-contextLength),
    suffix: after.join('').slice(0, contextLength),
  };
}

function partOf(node: Text, range: Range): readonly [start: number, end: number] {
  const { length } = node;
  const isBefore = range.comparePoint(node, length) < 0;
  const isBehind = range.comparePoint(node, 0) > 0;
  return [
    node === range.startContainer ? range.startOffset : isBefore ? length : 0,
    node === range.endContainer ? range.endOffset : isBehind ? 0 : length,
  ];
}

function wholeOf(formula: Element, range: Range, text: string): readonly [start: number, end: number] {
  if (range.intersectsNode(formula)) return [0, text.length];
  return range.comparePoint(formula, 0) < 0 ? [text.length, text.length] : [0, 0];
}
