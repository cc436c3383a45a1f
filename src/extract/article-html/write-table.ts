import { leaveOut } from '../account/leave-out.ts';
import { atOnce } from '../at-once.ts';
import { lettersOf } from '../letters.ts';
import { hasContent, trimBreaks } from './block-writer.ts';
import type { WritingContext } from './writing-context.ts';
import { writeInlines } from './write-inline.ts';

/** A table of data; one that only lays out its content becomes a plain sequence. */
export function writeTable(element: Element, context: WritingContext): HTMLElement | null {
  return atOnce(writeTableInSteps(element, context));
}

/** As writeTable, with rests between its rows and cells. */
export function* writeTableInSteps(
  element: Element,
  context: WritingContext,
): Generator<string, HTMLElement | null> {
  const rows = [...element.querySelectorAll('tr')].filter((row) => row.closest('table') === element);
  const other =
    element.parentElement?.matches('.colist') === true ? callouts(rows, context) : strayPipes(rows, context);
  if (other !== null) return other;
  const layout = isLayout(element, rows);
  if (rows.length === 0 || layout) return layout ? flattened(rows, context) : null;
  const table = context.document.createElement('table');
  writeCaption(element, table, context);
  const head = context.document.createElement('thead');
  const body = context.document.createElement('tbody');
  for (const [index, row] of rows.entries()) {
    const made = yield* writeRow(row, context);
    if (index % 100 === 99) yield 'writing';
    if (made.childElementCount === 0) continue;
    const heading =
      row.closest('thead') !== null ||
      (index === 0 && [...row.children].every((cell) => cell.tagName === 'TH'));
    (heading && body.childElementCount === 0 ? head : body).append(made);
  }
  if (head.childElementCount > 0) table.append(head);
  if (body.childElementCount > 0) table.append(body);
  return table;
}

/** What AsciiDoc says of the numbered places in a block of code. */
function callouts(rows: readonly Element[], context: WritingContext): HTMLElement {
  const list = context.document.createElement('ol');
  for (const row of rows) {
    const item = context.document.createElement('li');
    const words = row.lastElementChild;
    if (words !== null) context.flow(words, item, context);
    list.append(item);
  }
  return list;
}

/** A line of text in which kramdown took pipes for a table: one row of plain cells, without a header. */
function strayPipes(rows: readonly Element[], context: WritingContext): HTMLElement | null {
  const [row] = rows;
  const cells = [...(row?.children ?? [])];
  if (row === undefined || rows.length > 1 || cells.length < 2) return null;
  if (cells.some((cell) => cell.tagName !== 'TD' || cell.attributes.length > 0)) return null;
  if (row.querySelector('img, pre, p, div, ul, ol, table, br') !== null) return null;
  const paragraph = context.document.createElement('p');
  for (const [index, cell] of cells.entries()) {
    if (index > 0) paragraph.append('|');
    writeInlines(cell, paragraph, context);
  }
  return paragraph;
}

function isLayout(element: Element, rows: readonly Element[]): boolean {
  if (element.getAttribute('role') === 'presentation' || element.querySelector('table') !== null) return true;
  const cells = rows.flatMap((row) => [...row.children]);
  if (cells.length <= 1) return !isFramedCell(element);
  if (element.querySelector('th') !== null) return false;
  return (
    element.querySelector('h1, h2, h3') !== null ||
    rows.every((row) => (row.children.length <= 1 || rows.length === 1) && row.querySelector('pre') !== null)
  );
}

/** One cell with a frame round its text is a table of one row, as manuals have them beside longer ones. */
function isFramedCell(table: Element): boolean {
  const frame = Number(table.getAttribute('border') ?? 0);
  return (
    (frame > 0 || hasLongerSister(table)) &&
    table.querySelector('p, code') !== null &&
    table.querySelector('pre, img, div, ul, ol, h1, h2, h3') === null
  );
}

/** How long the tables of each make on a page are at most, in rows. */
const longest = new WeakMap<Document, ReadonlyMap<string, number>>();

/** Whether the page has another table of the same make, of more rows. */
function hasLongerSister(table: Element): boolean {
  const make = makeOf(table);
  if (make === null) return false;
  const page = table.ownerDocument;
  let rows = longest.get(page);
  if (rows === undefined) {
    const counted = new Map<string, number>();
    for (const each of page.querySelectorAll('table')) {
      const name = makeOf(each);
      if (name !== null)
        counted.set(name, Math.max(counted.get(name) ?? 0, each.querySelectorAll('tr').length));
    }
    longest.set(page, (rows = counted));
  }
  return (rows.get(make) ?? 0) > 1;
}

/** What a table and its cells are called; null where nothing is said of its cells. */
function makeOf(table: Element): string | null {
  const cell = table.querySelector('td')?.getAttribute('class') ?? '';
  return cell === '' ? null : `${table.getAttribute('class') ?? ''} ${cell}`;
}

function flattened(rows: readonly Element[], context: WritingContext): HTMLElement {
  const division = context.document.createElement('div');
  const cells = rows.flatMap((row) => [...row.children]);
  for (const cell of cells) {
    if (cells.length > 1 && isMenu(cell)) leaveOut(cell, 'navigation', 'table/menu');
    else context.blocks(cell, division, context);
  }
  return division;
}

/** A cell of nothing but links, beside one of text. */
function isMenu(cell: Element): boolean {
  const links = [...cell.querySelectorAll('a[href]:not([href^="#"])')];
  return (
    links.length > 1 &&
    cell.querySelector('img, pre, table') === null &&
    lettersOf(links.map((link) => link.textContent ?? '').join('')) === lettersOf(cell.textContent ?? '')
  );
}

function writeCaption(element: Element, table: HTMLElement, context: WritingContext): void {
  const caption = element.querySelector('caption');
  if (caption === null || (caption.textContent ?? '').trim() === '') return;
  const made = context.document.createElement('caption');
  context.flow(caption, made, context);
  table.append(made);
}

function* writeRow(row: Element, context: WritingContext): Generator<string, HTMLElement> {
  const made = context.document.createElement('tr');
  for (const [index, cell] of [...row.children].entries()) {
    if (index % 200 === 199) yield 'writing';
    if (cell.tagName !== 'TD' && cell.tagName !== 'TH') continue;
    const written = context.document.createElement(cell.localName);
    const align = alignment(cell);
    if (align !== null) written.setAttribute('align', align);
    for (const name of ['colspan', 'rowspan']) {
      const span = cell.getAttribute(name);
      if (span !== null && /^\d{1,3}$/.test(span) && span !== '1') written.setAttribute(name, span);
    }
    context.flow(cell, written, context);
    trimBreaks(written);
    made.append(written);
  }
  return [...made.children].some(hasContent) || made.childElementCount > 1
    ? made
    : context.document.createElement('tr');
}

function alignment(cell: Element): string | null {
  const style = /text-align:\s*(left|center|right)/i.exec(cell.getAttribute('style') ?? '')?.[1];
  const stated =
    cell.getAttribute('align') ??
    style ??
    /(?:^|\s)(?:text|has-text-align|align)-(left|center|right)(?:\s|$)|(?:^|\s)halign-(center|right)(?:\s|$)/
      .exec(cell.getAttribute('class') ?? '')
      ?.slice(1)
      .find((side) => side !== undefined);
  return stated !== undefined && /^(left|center|right)$/i.test(stated) ? stated.toLowerCase() : null;
}
