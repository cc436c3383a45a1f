import { hasMoreChildren } from '../copy/has-more-children.ts';
const numbersOnly = /^[\s\d]*$/;
const codeName = /code|diff|line|blob|src|highlight|hljs|chroma|listing/i;

/**
 * Code that is set line by line: tables and lists of rows, each a number (or two, or none) and a line; and one-line
 * `<pre>`s under each other, beside a column of numbers.
 */
export function numberedRows(root: Element): readonly Element[] {
  const found = new Set<Element>();
  for (const table of root.querySelectorAll('table')) {
    if (isNumbered(table)) found.add(table);
    else if (codeBesideNumbers(table) !== null) found.add(table);
  }
  const seen = new Set<Element>();
  for (const pre of root.querySelectorAll('pre')) {
    const rows = rowsOf(pre);
    if (rows === null || seen.has(rows)) continue;
    seen.add(rows);
    if (areRowsOfPre(rows)) found.add(rows);
  }
  return [...found];
}

function isNumbered(table: Element): boolean {
  if (table.querySelector('th, table, p, ul, ol, img, h1, h2, h3, h4') !== null) return false;
  const rows = [...table.querySelectorAll('tr')];
  if (rows.length < 2) return false;
  let numbered = 0;
  for (const { children } of rows) {
    const cells = [...children];
    const line = cells.pop();
    if (line === undefined || cells.length === 0 || line.querySelector('div + div, pre + pre') !== null)
      return false;
    const numbers = cells.map((cell) => numberIn(cell));
    if (!numbers.every((text) => numbersOnly.test(text))) return false;
    if (numbers.some((text) => /\d/.test(text))) numbered += 1;
    if ((line.textContent ?? '').trim().includes('\n')) return false;
  }
  const last = rows.at(-1)?.lastElementChild;
  const isCode =
    last?.querySelector('pre, code') !== null ||
    [table, last, last?.firstElementChild, table.parentElement].some((element) =>
      codeName.test(element?.getAttribute('class') ?? ''),
    );
  return isCode && numbered * 2 >= rows.length;
}

/** What a cell shows, or has a style sheet show. */
function numberIn(cell: Element): string {
  const holder = cell.querySelector('[data-line-number]') ?? cell;
  return (cell.textContent ?? '').trim() || (holder.getAttribute('data-line-number') ?? '');
}

const counted = /^\s*\d+(?:\s+\d+)*\s*$/;

/** The code of a table with one row of which the first cell holds nothing but the numbers of its lines; null for any other. */
export function codeBesideNumbers(table: Element): Element | null {
  const rows = table.querySelectorAll('tr');
  const [row] = rows;
  if (row === undefined || rows.length !== 1 || row.childElementCount !== 2) return null;
  const [numbers, code] = row.children;
  const pre = code?.querySelector('pre') ?? null;
  if (numbers?.querySelector('pre') === null || pre === null || code?.querySelectorAll('pre').length !== 1)
    return null;
  return counted.test(numbers?.textContent ?? '') ? pre : null;
}

/** Where the rows stand of which a one-line `<pre>` is one. */
function rowsOf(pre: Element): Element | null {
  if ((pre.textContent ?? '').trim().includes('\n')) return null;
  let row: Element = pre;
  for (
    let step = 0;
    step < 2 &&
    row.parentElement !== null &&
    !hasMoreChildren(row.parentElement, 2) &&
    row.previousElementSibling !== null;
    step++
  ) {
    if (!numbersOnly.test(row.previousElementSibling.textContent ?? '')) break;
    row = row.parentElement;
  }
  return row.parentElement;
}

function areRowsOfPre(parent: Element): boolean {
  const rows = [...parent.children];
  if (rows.length < 2 || /^(BODY|ARTICLE|MAIN|TR)$/.test(parent.tagName)) return false;
  if (rows.every((row) => row.tagName === 'PRE' && isOneLine(row))) {
    const column = parent.previousElementSibling;
    return (
      column !== null && /\d/.test(column.textContent ?? '') && numbersOnly.test(column.textContent ?? '')
    );
  }
  return rows.every((row) => {
    const [number, line] = row.children;
    return (
      row.childElementCount === 2 &&
      line !== undefined &&
      /^\d+$/.test((number?.textContent ?? '').trim()) &&
      (line.tagName === 'PRE' || line.querySelector('pre') !== null) &&
      isOneLine(line)
    );
  });
}

function isOneLine(element: Element): boolean {
  return !(element.textContent ?? '').trim().includes('\n');
}
