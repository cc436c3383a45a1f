import type { PageCopy } from '../copy/page-copy.ts';
import { appendAll, replaceWithAll } from '../many-nodes.ts';

/** A cell of the delimiter row; typographers make dashes of its hyphens. */
const delimiterCell = /^:?[-–—]+:?$/;
type Line = readonly Node[];

/**
 * Tables that the page's generator left as text with pipes, as some do where no blank line stands before: a header,
 * a delimiter row with as many cells, and the rows (GitHub Flavored Markdown, 4.10).
 */
export function tablesInText({ body, document, rules }: PageCopy): void {
  if (!/\|\s*:?[-–—]/.test(body.textContent ?? '')) return;
  for (const paragraph of body.querySelectorAll('p')) {
    if (!/\|\s*:?[-–—]/.test(paragraph.textContent ?? '') || paragraph.closest('pre') !== null) continue;
    const parts = partsOf(paragraph, document);
    if (parts === null) continue;
    replaceWithAll(paragraph, parts);
    rules.add('table/text');
  }
}

/** The paragraph with its tables made; null where there is none. */
function partsOf(paragraph: Element, document: Document): readonly Element[] | null {
  const lines = linesOf(paragraph, document);
  const at = lines.findIndex((line, index) => isTable(lines[index - 1], line));
  const header = lines[at - 1];
  if (header === undefined) return null;
  const aligned = split(textOf(lines[at])).map((cell) => alignment(cell.trim()));
  let end = at + 1;
  while (end < lines.length && textOf(lines[end]).includes('|')) end += 1;
  const table = document.createElement('table');
  const [head, rows] = [document.createElement('thead'), document.createElement('tbody')];
  head.append(rowOf(cellsOf(header, document), 'th', aligned, document));
  for (const line of lines.slice(at + 1, end))
    rows.append(rowOf(cellsOf(line, document), 'td', aligned, document));
  table.append(head, rows);
  return [...textLines(lines.slice(0, at - 1), document), table, ...textLines(lines.slice(end), document)];
}

function isTable(header: Line | undefined, delimiter: Line): boolean {
  const text = textOf(delimiter);
  if (header === undefined || !text.includes('|')) return false;
  const cells = split(text);
  if (!cells.every((cell) => delimiterCell.test(cell.trim()))) return false;
  const width = cells.length;
  return width > 1 && split(textOf(header)).length === width;
}

/** What a paragraph says line by line, whether the lines are broken by `<br>` or by newlines. */
function linesOf(paragraph: Element, document: Document): readonly Line[] {
  const lines: Node[][] = [[]];
  for (const child of paragraph.childNodes) {
    if (child.nodeName === 'BR') lines.push([]);
    else if (child instanceof Text) {
      for (const [index, text] of child.data.split('\n').entries()) {
        if (index > 0) lines.push([]);
        lines.at(-1)?.push(document.createTextNode(text));
      }
    } else lines.at(-1)?.push(child.cloneNode(true));
  }
  return lines.filter((line) => /\S/.test(textOf(line)) || line.some((node) => node instanceof Element));
}

function textOf(line: Line | undefined): string {
  return (line ?? [])
    .map((node) => (node instanceof Text ? node.data : (node.textContent ?? '').replaceAll('|', '')))
    .join('');
}

function split(text: string): readonly string[] {
  return text
    .trim()
    .replace(/^\|/, '')
    .replace(/(?<!\\)\|$/, '')
    .split(/(?<!\\)\|/);
}

function cellsOf(line: Line, document: Document): readonly (readonly Node[])[] {
  const cells: Node[][] = [[]];
  for (const node of line) {
    if (!(node instanceof Text)) {
      cells.at(-1)?.push(node);
      continue;
    }
    for (const [index, text] of node.data.split(/(?<!\\)\|/).entries()) {
      if (index > 0) cells.push([]);
      cells.at(-1)?.push(document.createTextNode(text.replaceAll('\\|', '|')));
    }
  }
  const blank = (cell: Line | undefined): boolean =>
    cell !== undefined && textOf(cell).trim() === '' && cell.every((node) => node instanceof Text);
  const text = textOf(line).trim();
  if (text.startsWith('|') && blank(cells[0])) cells.shift();
  if (text.endsWith('|') && blank(cells.at(-1))) cells.pop();
  return cells;
}

function rowOf(
  cells: readonly (readonly Node[])[],
  name: string,
  aligned: readonly (string | null)[],
  document: Document,
): HTMLElement {
  const row = document.createElement('tr');
  for (const [index, align] of aligned.entries()) {
    const cell = document.createElement(name);
    if (align !== null) cell.setAttribute('align', align);
    appendAll(cell, cells[index] ?? []);
    row.append(cell);
  }
  return row;
}

function alignment(cell: string): string | null {
  if (cell.endsWith(':')) return cell.startsWith(':') ? 'center' : 'right';
  return cell.startsWith(':') ? 'left' : null;
}

function textLines(lines: readonly Line[], document: Document): readonly Element[] {
  if (lines.length === 0) return [];
  const paragraph = document.createElement('p');
  for (const [index, line] of lines.entries()) appendAll(paragraph, [...(index > 0 ? ['\n'] : []), ...line]);
  return [paragraph];
}
