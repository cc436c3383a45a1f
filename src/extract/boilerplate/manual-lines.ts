/** The line over a page of a manual: `LS(1)  User Commands  LS(1)`. */
export function isManualLine(element: Element): boolean {
  const line = lineOf(element);
  const name = /^[\w.:+-]{1,40}\(\d\w{0,4}\)(?=\s)/.exec(line)?.[0];
  return name !== undefined && line.length < 160 && line.endsWith(` ${name}`);
}

/** The line under it: whose system it is, a date, perhaps the name again. */
export function isManualFoot(element: Element): boolean {
  const line = lineOf(element);
  return line.length < 160 && /\b(?:19|20)\d{2}\b|\(\d\w{0,4}\)$/.test(line);
}

/** The text of a line, which may be made of a table's cells; '' where it is no line. */
function lineOf(element: Element): string {
  if (element.tagName === 'TABLE' && element.querySelector('tr + tr, tbody + tbody') === null)
    return [...element.querySelectorAll('td, th')].map((cell) => (cell.textContent ?? '').trim()).join(' ');
  return /^(?:P|PRE)$/.test(element.tagName) ? (element.textContent ?? '').trim() : '';
}
