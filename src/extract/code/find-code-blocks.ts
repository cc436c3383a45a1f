import { dropBetweenLines, isLaidOutAsCode, preservesSpace } from './code-evidence.ts';
import { isBlock } from '../article-html/element-kinds.ts';
import { isCodeFurniture } from './code-furniture.ts';
import { codeText } from './code-text.ts';
import { codeBesideNumbers, numberedRows } from './numbered-rows.ts';
import { codeLayouts } from './code-layouts.ts';
import { signatureTables } from './signature-tables.ts';
import { renameElement } from '../copy/rename-element.ts';
import type { PageClasses } from '../page-classes.ts';
import { rulesOfPre } from './pre-layout.ts';
import { appendAll } from '../many-nodes.ts';

export interface FoundCode {
  /** The outermost element that the block takes the place of. */
  readonly block: Element;
  /** Where the code stands in it. */
  readonly source: Element;
  readonly text: string;
  readonly rule: string;
}

/** Every code block below an element, outermost first, each once. `classes`: of its page. */
export function findCodeBlocks(root: Element, classes: PageClasses): readonly FoundCode[] {
  const found = new Map<Element, FoundCode>();
  const taken = new Set<Element>();
  const holders = new Set<Element>();
  const add = (block: Element, source: Element, rule: string): void => {
    if (isTaken(block, taken)) return;
    const text =
      block.closest('.highlighter-rouge') === null ? sourceText(source) : withoutListIndent(source);
    if (text.trim() === '') return;
    taken.add(block);
    const holder = block.parentElement?.closest('pre') ?? null;
    if (holder !== null) holders.add(holder);
    found.set(block, { block, source, text: textBy(rule, text), rule: `code/${rule}` });
  };
  for (const { name, block, code } of codeLayouts) {
    for (const element of classes.select(block)) {
      const source = code === undefined ? element : firstOf(element, code);
      if (source !== null && name === 'monaco') sortLines(source);
      if (source !== null) add(element, source, name);
    }
  }
  for (const [table, text] of signatureTables(root)) {
    if (isTaken(table, taken)) continue;
    taken.add(table);
    found.set(table, { block: table, source: table, text, rule: 'code/signature' });
  }
  for (const rows of numberedRows(root)) add(rows, codeBesideNumbers(rows) ?? rows, 'numbered-rows');
  for (const pre of root.querySelectorAll('pre:not(.code-with-filename-file pre), xmp, listing')) {
    if (isDrawing(pre)) asFigure(pre);
    else if (!holders.has(pre)) add(pre, preSource(pre), rulesOfPre(pre));
  }
  for (const element of classes.select(candidates)) {
    if (element.closest('pre') !== null || !isLaidOutAsCode(element)) continue;
    dropBetweenLines(element);
    add(element, element, 'laid-out');
  }
  for (const code of root.querySelectorAll('code, samp, tt')) {
    if (isStandaloneCode(code)) add(code, code, 'lone-code');
  }
  for (const area of root.querySelectorAll('textarea')) {
    if (
      area.matches('[readonly], [spellcheck="false"], .code') &&
      (area.textContent ?? '').trim().includes('\n')
    )
      add(area, area, 'textarea');
  }
  return [...found.values()];
}

/** What a layout adds to the text of its code: numbers in the lines, blank lines for what stood between them. */
function textBy(rule: string, text: string): string {
  if (rule === 'cnblogs') return withoutNumbers(text);
  return rule === 'laid-out' ? text.replace(/(?<!\n)\n+$/, '') : text;
}

/** Monaco places its lines by their style, in whatever order it made them. */
function sortLines(lines: Element): void {
  const top = (line: Element): number =>
    Number(/top:\s*(\d+)/.exec(line.getAttribute('style') ?? '')?.[1] ?? '0');
  appendAll(
    lines,
    [...lines.children].toSorted((one, other) => top(one) - top(other)),
  );
}

function isTaken(block: Element, taken: ReadonlySet<Element>): boolean {
  for (let outer: Element | null = block; outer !== null; outer = outer.parentElement) {
    if (taken.has(outer)) return true;
  }
  return false;
}

/** The first selector of a list that matches, in the order of the list. */
function firstOf(element: Element, selectors: string): Element | null {
  for (const selector of selectors.split(/, (?![^(]*\))/)) {
    const match = element.querySelector(selector);
    if (match !== null) return match;
  }
  return null;
}

function sourceText(source: Element): string {
  if (source.tagName === 'TEXTAREA')
    return (source.textContent ?? '').replace(/\r\n?/g, '\n').replace(/\n$/, '');
  return codeText(source);
}

/** `<pre>` with a single `<code>` and no text beside it but buttons and bars: the code is in the `<code>`. */
function preSource(pre: Element): Element {
  const own = [...pre.children].filter((child) => child.tagName === 'CODE');
  const codes = own.length > 0 ? own : [...pre.querySelectorAll('div > code')];
  const [code] = codes;
  if (code === undefined || codes.length !== 1) return pre;
  if (own.length === 0 && (pre.textContent ?? '').length - (code.textContent ?? '').length > 80) return pre;
  for (
    let inner: Element = code;
    inner !== pre && inner.parentElement !== null;
    inner = inner.parentElement
  ) {
    const isBeside = (node: ChildNode): boolean =>
      node !== inner &&
      /\S/.test(node.textContent ?? '') &&
      !(node instanceof Element && isBlockBeside(node));
    if ([...inner.parentElement.childNodes].some(isBeside)) return pre;
  }
  return code;
}

/** Buttons, bars and lists of numbers; words in a line are code. */
function isBlockBeside(element: Element): boolean {
  return isCodeFurniture(element) || /^(?:DIV|UL|OL|TABLE|P|SPAN)$/.test(element.tagName);
}

/** A `<pre>` in which a script has drawn what was written there; the source is gone. */
function isDrawing(pre: Element): boolean {
  const drawing = pre.querySelector('svg');
  if (drawing === null) return false;
  if (drawing.hasAttribute('aria-roledescription') || pre.hasAttribute('data-processed')) return true;
  return (pre.textContent ?? '').trim() === (drawing.textContent ?? '').trim();
}

/** Of a drawing that the parser broke apart, each label that is outside stands for itself. */
function asFigure(pre: Element): void {
  for (const label of pre.querySelectorAll(':scope > span, :scope > div')) renameElement(label, 'p');
  renameElement(pre, 'figure');
}

/** Whether nothing stands beside an element in its line: its neighbours are blocks, numbers or none. */
function isBetweenBlocks(code: Element): boolean {
  return (['previousSibling', 'nextSibling'] as const).every((side) => {
    let beside = code[side];
    while (beside !== null && !/[^\s\d]/.test(beside.textContent ?? '')) beside = beside[side];
    return beside === null || (beside instanceof Element && isBlock(beside));
  });
}

/** Elements of another name that may be code; `isLaidOutAsCode` tells. */
const candidates =
  '[style*="white-space"], [style*="mono" i], [class*="code" i], [class*="highlight" i], [class*="hljs"], [class*="fragment" i], [class*="snippet" i], [class*="terminal" i], [class*="console" i], [class*="listing" i], [class*="verbatim" i], [class*="prism" i], [class*="language-"], [data-language], [data-lang], [data-code-language], [data-slate-type], [data-block-type], ol.linenums, :has(> :is(.cm-line, .ace-line, .view-line))';

/** A `<code>` that stands where a `<pre>` would: of several lines, or shown as a block. */
function isStandaloneCode(code: Element): boolean {
  const parent = code.parentElement;
  if (parent === null || code.closest('pre') !== null) return false;
  const shown = /display:\s*block/.test(code.getAttribute('style') ?? '');
  const broken = code.querySelector('br, div, p, li') !== null;
  const marked = /(^|\s)(hljs|language-\S+|lang-\S+)(\s|$)/.test(code.getAttribute('class') ?? '');
  const newline = (code.textContent ?? '').trim().includes('\n');
  const several =
    (broken && codeText(code).trim().includes('\n')) || (newline && (marked || preservesSpace(code)));
  if (!several && !shown) return false;
  if (shown && (several || /^(DIV|P|SECTION|FIGURE|ARTICLE|MAIN)$/.test(parent.tagName))) return true;
  return isBetweenBlocks(code);
}

/** kramdown leaves what a fence is indented less than its list item on every line: up to three spaces. */
function withoutListIndent(source: Element): string {
  const text = sourceText(source);
  if (source.closest('li') === null) return text;
  const indents = text
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => /^ */.exec(line)?.[0].length ?? 0);
  const common = indents.reduce((least, each) => Math.min(least, each), Infinity);
  return common > 0 && common < 4 ? text.replace(new RegExp(`^ {1,${common}}`, 'gm'), '') : text;
}

/** The older editor of cnblogs writes each line's number into the line. */
function withoutNumbers(text: string): string {
  const lines = text.split('\n');
  const numbered =
    lines.length > 1 && lines.every((line, index) => new RegExp(`^ *${String(index + 1)}( |$)`).test(line));
  return numbered ? lines.map((line) => line.replace(/^ *\d+ ?/, '')).join('\n') : text;
}
