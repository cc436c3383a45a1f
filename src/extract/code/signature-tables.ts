/** What Doxygen sets as a table: a name, a bracket, types and names of parameters in cells of their own. */
export function signatureTables(root: Element): ReadonlyMap<Element, string> {
  const found = new Map<Element, string>();
  for (const table of root.querySelectorAll('table')) {
    const rows = [...table.querySelectorAll('tr')];
    if (rows[0]?.children[1]?.textContent?.trim() !== '(' || table.querySelector('table, th') !== null)
      continue;
    const words = rows
      .flatMap((row) => [...row.children].map((cell) => plain(cell)))
      .filter((word) => word !== '');
    if (words.includes(')'))
      found.set(
        table,
        words
          .join(' ')
          .replace(/\s\(\s/, '(')
          .replace(/\s(?=[,)])/g, ''),
      );
  }
  return found;
}

function plain(cell: Element): string {
  return (cell.textContent ?? '').replace(/\s+/g, ' ').trim();
}
