/** A name and two colons, be it in a list, a quotation or bold. */
const property = /^\s{0,3}(?:[-*+>]\s{1,3}){0,2}[*_]{0,2}\[?[\p{L}\d_][\p{L}\d _-]{0,40}\]?[*_]{0,2}\s?::/u;

/** Lines in which an import looks for properties. */
const firstLines = 45;

/**
 * The article's first lines, so that none is taken for a property of its file (`key:: value`) when it is read back: the
 * colon is escaped, which Markdown shows as it was. Code is looked for nowhere.
 */
export function guardFirstLines(text: string): string {
  const lines = text.split('\n', firstLines);
  const length = lines.reduce((sum, line) => sum + line.length + 1, 0);
  const fence = lines.findIndex((line) => /^\s{0,3}(?:```|~~~)/.test(line));
  const end = fence === -1 ? lines.length : fence;
  const guarded = lines.map((line, index) =>
    index < end && property.test(line) ? line.replace('::', '\\::') : line,
  );
  return guarded.join('\n') + (length > text.length ? '' : `\n${text.slice(length)}`);
}
