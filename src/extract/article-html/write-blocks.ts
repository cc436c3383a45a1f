import { anchorName } from './addresses.ts';
import { BlockWriter, hasContent, trimBreaks } from './block-writer.ts';
import type { WritingContext } from './writing-context.ts';
import { isBlock } from './element-kinds.ts';
import {
  writeCallout,
  writeDefinitions,
  writeDetails,
  writeFigure,
  writeNotes,
  writeTabs,
} from './write-groups.ts';
import { spreadLink } from './spread-link.ts';
import { writeHeading } from './write-heading.ts';
import { writeInline, writeInlines } from './write-inline.ts';
import { writeList } from './write-list.ts';
import { writeTable } from './write-table.ts';
import { appendAll, replaceWithAll } from '../many-nodes.ts';

/** Writes the content of a page's element as blocks of article HTML at the end of `out`. */
export function writeBlocks(source: Element, out: Element, context: WritingContext): void {
  const sink = new BlockWriter(out, context.document);
  writeChildren(source, sink, context);
  sink.flush();
}

/** As writeBlocks, but a single paragraph becomes the element's own inline content. */
export function writeFlow(source: Element, out: Element, context: WritingContext): void {
  writeBlocks(source, out, context);
  const paragraphs = [...out.children].filter((child) => child.tagName === 'P');
  const [first] = paragraphs;
  if (
    first !== undefined &&
    paragraphs.length === 1 &&
    first === out.firstElementChild &&
    !first.hasAttribute('data-embed')
  ) {
    replaceWithAll(first, first.childNodes);
  }
}

function writeChildren(source: Element, sink: BlockWriter, context: WritingContext): void {
  for (const child of source.childNodes) writeChild(child, sink, context);
}

export function writeChild(child: ChildNode, sink: BlockWriter, context: WritingContext): void {
  if (child instanceof Text) {
    if (sink.hasInline || /\S/.test(child.data)) writeInline(child, sink.inline(), context);
  } else if (child instanceof Element) {
    if (isBlock(child)) writeBlock(child, sink, context);
    else if (isBreakOfParagraphs(child, sink)) sink.flush();
    else writeInline(child, sink.inline(), context);
  }
}

/** `<br><br>` between loose text separates paragraphs. */
function isBreakOfParagraphs(element: Element, sink: BlockWriter): boolean {
  if (element.tagName !== 'BR' || !sink.hasInline) return false;
  const last = sink.inline().lastElementChild;
  return last?.tagName === 'BR' && !/\S/.test(textAfter(last));
}

function textAfter(element: Element): string {
  let text = '';
  for (let node = element.nextSibling; node !== null; node = node.nextSibling) text += node.textContent ?? '';
  return text;
}

function writeBlock(element: Element, sink: BlockWriter, context: WritingContext): void {
  sink.flush();
  const made = blockOf(element, context);
  if (element.tagName === 'A') spreadLink(element);
  if (made !== null) {
    placeBlock(element, made, sink, context);
    return;
  }
  const start = sink.out.lastElementChild;
  writeChildren(element, sink, context);
  closeGroup(element, start, sink, context);
}

/** Ends an element that only groups others: its name goes to the first of them. */
export function closeGroup(
  element: Element,
  before: Element | null,
  sink: BlockWriter,
  context: WritingContext,
): void {
  sink.flush();
  const first = before === null ? sink.out.firstElementChild : before.nextElementSibling;
  if (first !== null) keepAnchor(element, first, context);
}

export function placeBlock(
  element: Element,
  made: HTMLElement,
  sink: BlockWriter,
  context: WritingContext,
): void {
  if (!hasContent(made) && made.tagName !== 'HR') return;
  keepAnchor(element, made, context);
  sink.append(made);
}

/** The element that a page's block becomes; null for one that only groups others. */
function blockOf(element: Element, context: WritingContext): HTMLElement | null {
  const { document } = context;
  const make = (name: string): HTMLElement => document.createElement(name);
  if (element.getAttribute('data-math') === 'block') return copyBlockMath(element, make('div'));
  if (element.hasAttribute('data-footnotes')) return writeNotes(element, context);
  if (element.hasAttribute('data-tabs')) return writeTabs(element, context);
  switch (element.tagName) {
    case 'H1':
    case 'H2':
    case 'H3':
    case 'H4':
    case 'H5':
    case 'H6':
      return writeHeading(element, context);
    case 'P':
      return writeParagraph(element, context);
    case 'PRE':
      return copyPre(element, context);
    case 'UL':
    case 'OL':
      return writeList(element, context);
    case 'DL':
      return writeDefinitions(element, context);
    case 'TABLE':
      return writeTable(element, context);
    case 'BLOCKQUOTE':
      return filled(make('blockquote'), element, context);
    case 'HR':
      return make('hr');
    case 'FIGURE':
      return writeFigure(element, context);
    case 'DETAILS':
      return writeDetails(element, context);
    case 'ASIDE':
      return element.hasAttribute('data-callout') ? writeCallout(element, context) : null;
    default:
      return null;
  }
}

function filled(made: HTMLElement, element: Element, context: WritingContext): HTMLElement {
  writeBlocks(element, made, context);
  return made;
}

function copyBlockMath(element: Element, made: HTMLElement): HTMLElement {
  made.setAttribute('data-math', 'block');
  if (element.hasAttribute('data-guessed')) made.setAttribute('data-guessed', '');
  made.textContent = element.textContent;
  return made;
}

/** A paragraph that holds blocks (as page scripts can make) only groups them. */
function writeParagraph(element: Element, context: WritingContext): HTMLElement | null {
  const paragraph = emptyParagraph(element, context);
  if (paragraph === null) return null;
  writeInlines(element, paragraph, context);
  trimBreaks(paragraph);
  return paragraph;
}

/** The paragraph without its text; null for one that only groups blocks. */
export function emptyParagraph(element: Element, context: WritingContext): HTMLElement | null {
  if ([...element.children].some((child) => isBlock(child))) return null;
  const paragraph = context.document.createElement('p');
  const embed = element.getAttribute('data-embed');
  if (embed !== null) paragraph.setAttribute('data-embed', embed);
  if (element.hasAttribute('data-callout-title')) paragraph.setAttribute('data-callout-title', '');
  return paragraph;
}

function copyPre(element: Element, { document }: WritingContext): HTMLElement {
  const pre = document.createElement('pre');
  const copy = document.importNode(element, true);
  appendAll(pre, copy.childNodes);
  return pre;
}

/** A place that the article's own links point to keeps its name. */
function keepAnchor(element: Element, made: Element, { targets }: WritingContext): void {
  if (targets.size === 0 || made.id !== '') return;
  const ids = [
    element.id,
    ...[...element.querySelectorAll('a[id], a[name], span[id]')]
      .slice(0, 3)
      .map((inner) => inner.id || (inner.getAttribute('name') ?? '')),
  ];
  const id = ids.find((name) => name !== '' && targets.has(name));
  if (id !== undefined) made.id = anchorName(id);
}
