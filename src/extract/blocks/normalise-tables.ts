import { discard } from '../account/leave-out.ts';
import type { PageCopy } from '../copy/page-copy.ts';
import { appendAll, replaceWithAll } from '../many-nodes.ts';

const cellRoles = '[role="cell"], [role="gridcell"], [role="columnheader"], [role="rowheader"]';
const number = /^[\s.,;:]*(?:\(?[A-Z]?\d(?:\.?\d)*[a-z]?\)?[\s.,;:]*)?$/;

type Rows = readonly (readonly Element[])[];

/**
 * Makes tables of what is laid out as one without being a `<table>` (ARIA's roles, styles, names of rows and cells, flat
 * grids under a row of headers), and formulas of tables that only set them beside their numbers.
 */
export function normaliseTables({ body, document, rules }: PageCopy): void {
  for (const table of body.querySelectorAll('table')) {
    const formulas = formulasOf(table, document);
    if (formulas === null) continue;
    replaceWithAll(table, formulas);
    rules.add('table/formulas');
  }
  const make = (place: Element, rows: Rows, rule: string): void => {
    place.replaceWith(tableOf(rows, document));
    rules.add(`table/${rule}`);
  };
  for (const grid of body.querySelectorAll('[role="table"], [role="grid"], [role="treegrid"]')) {
    const rows = [...grid.querySelectorAll('[role="row"]')].map((row) =>
      [...row.querySelectorAll(cellRoles)].filter((cell) => cell.closest('[role="row"]') === row),
    );
    if (grid.tagName !== 'TABLE' && grid.querySelector('table') === null && areRows(rows, false))
      make(grid, rows, 'roles');
  }
  const seen = new Set<Element>();
  for (const cell of body.querySelectorAll(':is(div, span, section)[style*="table-cell"]')) {
    const row = cell.parentElement;
    const table = row === null ? null : tableAround(row);
    if (row === null || table === null || seen.has(table)) continue;
    seen.add(table);
    const rows = rowsLike(row, table).map((each) => [...each.children]);
    if (areRows(rows, true)) make(table, rows, 'styles');
  }
  for (const table of body.querySelectorAll(
    'div[class*="table" i], div[class*="grid" i], div[class*="summary" i]',
  )) {
    if (!table.isConnected || table.querySelector('table, pre, h1, h2, h3') !== null) continue;
    const rows = flatRows(table) ?? namedRows(table);
    if (rows !== null && areRows(rows, true)) make(table, rows, 'names');
  }
}

function areRows(rows: Rows, strict: boolean): boolean {
  const width = rows[0]?.length ?? 0;
  const full = rows.filter((row) => row.length > 0);
  return width > 1 && full.length > 1 && (!strict || full.every((row) => row.length === width));
}

function tableOf(rows: Rows, document: Document): HTMLElement {
  const table = document.createElement('table');
  for (const [index, cells] of rows.entries()) {
    const row = document.createElement('tr');
    const heads = cells.every((cell) => isHead(cell)) && index === 0;
    for (const cell of cells) {
      const made = document.createElement(
        heads || cell.getAttribute('role') === 'columnheader' ? 'th' : 'td',
      );
      for (const [aria, name] of [
        ['aria-colspan', 'colspan'],
        ['aria-rowspan', 'rowspan'],
      ] as const) {
        const span = cell.getAttribute(aria);
        if (span !== null) made.setAttribute(name, span);
      }
      appendAll(made, cell.childNodes);
      row.append(made);
    }
    table.append(row);
  }
  return table;
}

function isHead(cell: Element): boolean {
  return (
    cell.getAttribute('role') === 'columnheader' ||
    /(^|[^a-z])(th|head(er|ing)?)([^a-z]|$)/i.test(
      `${kebab(cell)} ${cell.parentElement === null ? '' : kebab(cell.parentElement)}`,
    )
  );
}

function tableAround(row: Element): Element | null {
  const parent = row.parentElement;
  if (parent === null || parent.tagName === 'BODY') return null;
  const outer = /table-(row|header|footer)-group/.test(parent.getAttribute('style') ?? '')
    ? parent.parentElement
    : parent;
  return outer?.tagName === 'BODY' ? null : outer;
}

/** The rows of a table that is set by style: its children, or those of its groups. */
function rowsLike(row: Element, table: Element): readonly Element[] {
  const isRow = (element: Element): boolean =>
    element.tagName === row.tagName &&
    [...element.children].every((cell) => (cell.getAttribute('style') ?? '').includes('table-cell'));
  return [...table.children].flatMap((child) => (isRow(child) ? [child] : [...child.children].filter(isRow)));
}

/** Cells one after the other, under as many headers as there are columns, as Javadoc writes them. */
function flatRows(table: Element): Rows | null {
  const cells = [...table.children];
  const after = cells.findIndex((cell) => !/(^|[\s_-])head(er)?([\s_-]|$)/i.test(cell.className));
  if (
    after < 2 ||
    cells.length % after !== 0 ||
    cells.some((cell) => cell.querySelector('p + p, ul, li') !== null && cell.childElementCount > 6)
  )
    return null;
  return Array.from({ length: cells.length / after }, (_, row) =>
    cells.slice(row * after, (row + 1) * after),
  );
}

const rowName = /(^|[\s_-])(tr|row|table-?row)([\s_-]|$)/i;
const cellName = /(^|[\s_-])(td|th|cell|col(umn)?)([\s_-]|$)/i;

function namedRows(table: Element): Rows | null {
  const named = [...table.querySelectorAll('[class]')].filter(
    (element) =>
      rowName.test(kebab(element)) &&
      element.childElementCount > 1 &&
      [...element.children].every((cell) => cellName.test(kebab(cell))),
  );
  return named.length > 1 ? named.map((row) => [...row.children]) : null;
}

function kebab(element: Element): string {
  return (element.getAttribute('class') ?? '').replace(/([a-z])([A-Z])/g, '$1-$2');
}

/** Each row's formula where a table holds nothing but formulas and their numbers; else null. */
function formulasOf(table: Element, document: Document): readonly Element[] | null {
  if (table.querySelector('[data-math]') === null || table.querySelector('th, img, pre, table, li') !== null)
    return null;
  const made: Element[] = [];
  for (const row of table.querySelectorAll('tr')) {
    let latex = '';
    let beside = '';
    for (const cell of row.children) {
      const formulas = [...cell.querySelectorAll('[data-math]')];
      if (formulas.length > 0) latex += ` ${formulas.map((formula) => formula.textContent ?? '').join(' ')}`;
      const rest = cell.cloneNode(true);
      if (rest instanceof Element)
        for (const formula of rest.querySelectorAll('[data-math]')) discard(formula);
      beside += (rest.textContent ?? '').trim();
    }
    if (!number.test(beside)) return null;
    if (latex.trim() === '') continue;
    const block = document.createElement('div');
    block.setAttribute('data-math', 'block');
    block.textContent = latex.trim();
    made.push(block);
  }
  // A table of several columns of formulas, without numbers, is one of data.
  const numbered = table.querySelector('td:not(:has([data-math]))') !== null;
  return numbered || /equation|align|(^|\s)eqn?s?(\s|$)/i.test(`${table.className} ${table.id}`)
    ? made
    : null;
}
