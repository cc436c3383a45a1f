import { leaveOut } from '../account/leave-out.ts';
import { isCodeFurniture, isFurnitureName } from './code-furniture.ts';
import { countedLines } from './counted-lines.ts';

/** A marked line of Gatsby's is shown as a block and has no newline after it. */
const blockLine = 'gatsby-highlight-code-line';
const lineElements = new Set(['DIV', 'LI', 'P', 'PRE', 'TR', 'SECTION']);
const lineSpan =
  /(^|[\s_-])(line|lines?-content|token-line|code-?line|view-line|highlight-line|cm-line|loc)([\s_]|$)/i;

/**
 * The text of a code element as its author wrote it. Highlighters end lines in many ways: with a newline, `<br>`,
 * an element per line, or both; gutters, buttons and annotations stand among them. One final newline is dropped.
 */
export function codeText(element: Element): string {
  const lines = new LineWriter();
  for (const number of countedLines(element)) leaveOut(number, 'controls', 'code/number');
  const spans = spansAreLines(element);
  if (!spans && isPlain(element)) lines.write(element.textContent ?? '');
  else writeNode(lines, element, spans);
  // Editors end their lines with spaces of no width.
  const text = lines
    .text()
    .replace(/\r\n?/g, '\n')
    .replace(/(?<!\u200b)\u200b+(?=\n|$)/g, '');
  return tidySpaces(text).replace(/\n$/, '');
}

/** Whatever is written in another way than as its text, but for what its class says. */
const special =
  'br, div, li, p, pre, tr, td, section, sup, sub, button, script, style, template, svg, input, textarea, select, figcaption, clipboard-copy, noscript, [id], [unselectable], [style*="user-select"], [data-line], [data-line-number], [data-linenumber], [aria-hidden="true"], a[href^="#"]';
/** Class attributes within code, and whether one says more than how its words are coloured. */
const speaking = new Map<string, boolean>();

/** Whether an element's text is its code: words in colours, and nothing among them. Most blocks are. */
function isPlain(element: Element): boolean {
  if (element.querySelector(special) !== null) return false;
  for (const inner of element.querySelectorAll('[class]')) {
    const name = inner.getAttribute('class') ?? '';
    let speaks = speaking.get(name);
    if (speaks === undefined) {
      speaks = isFurnitureName(name) || name.includes(blockLine);
      if (speaking.size < 5_000) speaking.set(name, speaks);
    }
    if (speaks) return false;
  }
  return true;
}

class LineWriter {
  #parts: string[] = [];
  #endsLine = true;
  /** True just after a line's element: whatever comes next starts another line. */
  #pending = false;
  #ended = 0;

  write(text: string): void {
    if (text === '') return;
    this.#flush();
    this.#parts.push(text);
    this.#endsLine = text.endsWith('\n');
  }

  /** Drops the spaces before what is not written. */
  trimLine(): void {
    this.#parts.push(this.#parts.pop()?.replace(/(?<![ \t])[ \t]+$/, '') ?? '');
  }

  startLine(): void {
    if (!this.#pending && !this.#endsLine) this.#pending = true;
    this.#flush();
  }

  /** @param empty the element held no text at all, and so is a blank line */
  endLine(empty: boolean): void {
    this.#ended += 1;
    if (empty) {
      this.#flush();
      this.#pending = true;
      return;
    }
    if (!this.#endsLine) this.#pending = true;
  }

  #flush(): void {
    if (!this.#pending) return;
    this.#pending = false;
    this.#parts.push('\n');
    this.#endsLine = true;
  }

  /** Differs after anything was written or any line ended. */
  get mark(): number {
    return this.#parts.length + this.#ended;
  }

  text(): string {
    return this.#parts.join('');
  }
}

function writeNode(lines: LineWriter, parent: Node, spans: boolean): void {
  for (const child of parent.childNodes) {
    if (child.nodeType === 3) {
      const text = child.nodeValue ?? '';
      if (betweenLines(child, text, spans)) continue;
      lines.write(text);
    } else if (child instanceof Element) writeElement(lines, child, spans);
  }
}

/** White space that only lays out the source of a page whose lines are elements. */
function betweenLines(node: Node, text: string, spans: boolean): boolean {
  if (/\S/.test(text)) return false;
  const parent = node.parentElement;
  if (parent === null) return false;
  if (['OL', 'UL', 'TABLE', 'TBODY', 'THEAD', 'TR'].includes(parent.tagName)) return true;
  const beside = [node.previousSibling, node.nextSibling];
  if (beside.some((sibling) => sibling instanceof Element && lineElements.has(sibling.tagName))) {
    return beside.every(
      (sibling) => sibling === null || (sibling instanceof Element && lineElements.has(sibling.tagName)),
    );
  }
  return (
    spans &&
    text.includes('\n') &&
    beside.some((sibling) => sibling instanceof Element && isLineSpan(sibling))
  );
}

function writeElement(lines: LineWriter, element: Element, spans: boolean): void {
  if (element.tagName === 'BR') {
    lines.write('\n');
    return;
  }
  if (element.className === 'conum') lines.trimLine();
  // rehype-pretty-code gives blank lines a space, so that they have a height.
  if (element.hasAttribute('data-line') && element.textContent === ' ') return;
  if (isCodeFurniture(element)) return;
  if (element.tagName === 'SUP' || element.tagName === 'SUB') {
    lines.write(raisedText(element));
    return;
  }
  const isLine =
    lineElements.has(element.tagName) ||
    (spans && isLineSpan(element)) ||
    element.classList.contains(blockLine);
  if (!isLine) {
    writeNode(lines, element, spans);
    return;
  }
  lines.startLine();
  const before = lines.mark;
  writeNode(lines, element, spans);
  lines.endLine(lines.mark === before);
}

/** `10<sup>9</sup>` in code is `10^9`, and `a<sub>i</sub>` is `a_i`: more than one word or number needs brackets. */
export function raisedText(element: Element): string {
  const text = element.textContent ?? '';
  if (text.trim() === '') return text;
  const sign = element.tagName === 'SUP' ? '^' : '_';
  return /^-?[\p{L}\p{N}]+$/u.test(text) ? `${sign}${text}` : `${sign}(${text})`;
}

function isLineSpan(element: Element): boolean {
  return (
    (element.tagName === 'SPAN' || element.tagName === 'CODE') &&
    (lineSpan.test(element.getAttribute('class') ?? '') ||
      element.hasAttribute('data-line') ||
      element.tagName === 'CODE')
  );
}

/** Spans (or one `<code>` each, as WeChat writes) that are lines although no newline stands between them. */
function spansAreLines(element: Element): boolean {
  const several = [...element.children].filter((child) => child.tagName === 'CODE').length > 1;
  const inner = several ? null : element.querySelector('code > span, pre > code + code, pre > span');
  const parent = inner?.parentElement ?? element;
  const children = [...parent.children].filter((child) => !isCodeFurniture(child));
  const lines = children.filter(isLineSpan);
  if (lines.length < 2 || lines.length < children.length) return false;
  return !lines.slice(0, -1).some((line) => {
    if ((line.textContent ?? '').endsWith('\n') || line.querySelector('br:last-child') !== null) return true;
    const next = line.nextSibling;
    return (
      next !== null &&
      (next.nodeName === 'BR' || (next.nodeType === 3 && (next.nodeValue ?? '').includes('\n')))
    );
  });
}

/** Editors write indentation as no-break spaces and blank lines as one of them or as zero-width ones; authors do not. */
function tidySpaces(text: string): string {
  const visible = text.replace(/^(?:[\u200b\ufeff]+|\u00a0)$/gm, '').replace(/^\u200b/gm, '');
  return /^\u00a0|\u00a0\u00a0|\u00a0 | \u00a0/m.test(visible) ? visible.replaceAll('\u00a0', ' ') : visible;
}
