import { parseCsv } from '../text/csv.ts';
import { type ImportEntry, problem } from './imported-clip.ts';

/** A row by the names of its columns, in lower case; an absent column is empty. */
export type Column = (name: string) => string;

/** The entries of a CSV file with a header: what `entryOf` makes of each row, and a problem for each unreadable one. */
export function* tableEntries(
  text: string,
  entryOf: (column: Column, line: number) => ImportEntry,
): Generator<ImportEntry> {
  let header: ReadonlyMap<string, number> | null = null;
  for (const row of parseCsv(text)) {
    if ('broken' in row) {
      yield problem('unbalanced-quotes', row.broken, { line: row.line });
      continue;
    }
    const { fields, line } = row;
    if (header === null) {
      header = headerOf(fields);
    } else if (fields.length === header.size) {
      const places = header;
      yield entryOf((name) => (fields[places.get(name) ?? -1] ?? '').slice(0, maxCell), line);
    } else {
      yield problem('wrong-columns', fields.slice(0, 20).join(','), { line });
    }
  }
}

/** Longer notes and excerpts are cut, in UTF-16 units. */
const maxCell = 200_000;

function headerOf(fields: readonly string[]): ReadonlyMap<string, number> {
  return new Map(fields.map((name, index) => [columnName(name, index), index]));
}

/** A repeated or empty name keeps its place in the count of columns. */
function columnName(name: string, index: number): string {
  const plain = name.trim().toLowerCase();
  return plain === '' ? `column ${index + 1}` : plain;
}

/** The header of a CSV text as one line of lower-case names: what formats are told apart by. */
export function tableHeader(text: string): readonly string[] {
  for (const row of parseCsv(text.slice(0, 10_000))) {
    if ('fields' in row) return row.fields.map(columnName);
    return [];
  }
  return [];
}
