import type { PageCopy } from '../copy/page-copy.ts';
import { appendAll } from '../many-nodes.ts';

/** Tables whose rows stand under headings in rows of their own, as manuals list the members of a class: a table for each. */
export function splitSectionedTables({ body, document, rules }: PageCopy): void {
  const tables = new Set(
    [...body.querySelectorAll('tr > :only-child > :is(h1, h2, h3, h4):only-child')].map((title) =>
      title.closest('table'),
    ),
  );
  for (const table of tables) {
    if (table === null || table.querySelector('table, thead') !== null) continue;
    const rows = [...table.querySelectorAll('tr')].filter((row) => (row.textContent ?? '').trim() !== '');
    const isTitle = (row: Element): boolean =>
      row.querySelector(':scope > :only-child > :is(h1, h2, h3, h4)') !== null;
    if (rows.every((row) => isTitle(row) || row.childElementCount < 2)) continue;
    const made: Element[] = [];
    let part: Element | null = null;
    for (const row of rows) {
      if (isTitle(row)) {
        made.push(...(row.firstElementChild?.children ?? []));
        part = null;
        continue;
      }
      if (part === null) made.push((part = document.createElement('table')));
      part.append(row);
    }
    const holder = document.createElement('div');
    appendAll(holder, made);
    table.replaceWith(holder);
    rules.add('table/sections');
  }
}
