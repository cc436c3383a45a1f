import { parseCsv } from '../../text/csv.ts';
import { ColumnScan } from '../fields/column-scan.ts';
import type { DayOrder } from '../../../core/job/file-work.ts';
import { fieldKey, roleOf } from '../fields/field-names.ts';
import { readFields } from '../fields/read-fields.ts';
import { addressIn } from '../fields/read-values.ts';
import { type ImportEntry, problem, remark } from '../imported-clip.ts';
import { highlightColumns, tableDialect, withRowHighlight } from './table-dialects.ts';

/** Longer cells are cut, in UTF-16 units. */
const maxCell = 2_000_000;

export interface Table {
  /** A `fieldKey` for each column, each once. */
  readonly columns: readonly string[];
  /** Its first row is a row like others. */
  readonly isHeadless: boolean;
}

/** The table that a text begins as, or null: what `tableEntries` reads. */
export function tableAt(text: string): Table | null {
  return tableOf(text.slice(0, 20_000));
}

function tableOf(text: string): Table | null {
  for (const { fields, broken } of parseCsv(text)) {
    if (broken !== null || fields.length < 2) return null;
    const columns = withKnownNames(distinct(fields.map(fieldKey)));
    const known = new Set(columns.map(roleOf));
    const hasPage = known.has('url') || known.has('title');
    // A word like `source` or `title` alone makes no table.
    if (hasPage && (known.has('url') ? known.size > 1 || isPlainUrl(columns) : known.size > 3))
      return { columns, isHeadless: false };
    const place = fields.findIndex(isAddress);
    return place === -1 ? null : { columns: guessed(fields.length, place), isHeadless: true };
  }
  return null;
}

/** What may stand in a name before the word that says what the column is: `Bookmark URL`, `网站地址`, `所属分类`. */
const qualifier =
  /^(?:(?:bookmark|link|page|article|web|website|site|item|user|my|full|saved) )+|^[\p{sc=Han}]{1,4}?(?=[\p{sc=Han}]{2}$)/u;

/** Columns whose names are known but for a word before them have the known name, where no other column is what they are. */
function withKnownNames(columns: readonly string[]): string[] {
  const taken = new Set(columns.map(roleOf));
  return columns.map((name) => {
    if (roleOf(name) !== null) return name;
    const known = name.replace(qualifier, '');
    const role = roleOf(known);
    if (role === null || taken.has(role) || columns.includes(known)) return name;
    taken.add(role);
    return known;
  });
}

function isPlainUrl(columns: readonly string[]): boolean {
  return columns.some((name) => ['url', 'link', 'href', 'uri', '网址', '链接'].includes(name));
}

/** Of a table without a header: the address, and what stands first beside it is its title. */
function guessed(count: number, place: number): string[] {
  const title = place === 0 ? 1 : 0;
  return Array.from({ length: count }, (_each, index) =>
    index === place ? 'url' : index === title ? 'title' : `column ${index + 1}`,
  );
}

/** A repeated or empty name keeps its place in the count of columns. */
function distinct(names: readonly string[]): string[] {
  const seen = new Set<string>();
  return names.map((name, index) => {
    const unique = name === '' || seen.has(name) ? `column ${index + 1}` : name;
    seen.add(unique);
    return unique;
  });
}

/** The pages of a CSV text that `tableColumns` knows. Two passes: the first sees how its dates are written. */
export function* tableEntries(text: string, order: DayOrder | null): Generator<ImportEntry> {
  const table = tableOf(text);
  if (table === null) return;
  const dialect = tableDialect(new Set(table.columns));
  const scan = new ColumnScan();
  const columns = highlightColumns(table.columns, dialect);
  const used = new Set<string>(Object.values(columns ?? {}));
  const read = ({ fields, line }: TableRow) =>
    readFields(withRowHighlight(columns, fields), dialect, { line }, order ?? scan.order);
  for (const row of rowsOf(text, table)) {
    if (!('fields' in row)) continue;
    scan.see(row.fields);
    if (used.size < table.columns.length) for (const name of read(row).used) used.add(name);
  }
  let unused = scan.unused(used).map((name) => remark('unused-column', name, { line: 1 }));
  for (const row of rowsOf(text, table)) {
    if (!('fields' in row)) {
      yield row;
      continue;
    }
    const { entry } = read(row);
    if (entry.kind === 'problem') {
      yield entry;
      continue;
    }
    yield { ...entry, remarks: [...unused, ...row.remarks, ...entry.remarks] };
    unused = [];
  }
}

interface TableRow {
  readonly fields: ReadonlyMap<string, string>;
  readonly line: number;
  readonly remarks: readonly Extract<ImportEntry, { kind: 'problem' }>[];
}

function* rowsOf(
  text: string,
  { columns, isHeadless }: Table,
): Generator<TableRow | Extract<ImportEntry, { kind: 'problem' }>> {
  let isHeader = !isHeadless;
  for (const { fields, line, broken } of parseCsv(text)) {
    if (isHeader) {
      isHeader = false;
      continue;
    }
    const cells = fitted(fields, columns);
    const reason = broken === null ? 'wrong-columns' : 'unbalanced-quotes';
    const excerpt = broken ?? fields.slice(0, 20).join(',');
    if (cells === null || (broken !== null && fields.length !== columns.length))
      yield problem(reason, excerpt, { line });
    else {
      const isWhole = broken === null && fields.length <= columns.length;
      const remarks = isWhole ? [] : [remark(reason, excerpt, { line })];
      yield {
        fields: new Map(columns.map((name, index) => [name, (cells[index] ?? '').slice(0, maxCell)])),
        line,
        remarks,
      };
    }
  }
}

/**
 * The cells of a row by the table's columns. Short rows lack their last ones; in long ones a comma stood unquoted in the
 * title, which is put together again where the address shows by how much it was moved. Null where no address is found.
 */
function fitted(fields: readonly string[], columns: readonly string[]): readonly string[] | null {
  if (fields.length === columns.length) return fields;
  const place = columns.findIndex((name) => roleOf(name) === 'url');
  if (place === -1) return null;
  if (isAddress(fields[place] ?? '')) return fields;
  const moved = fields.findIndex(isAddress) - place;
  const title = columns.findIndex((name) => roleOf(name) === 'title');
  if (moved !== fields.length - columns.length || title === -1 || title > place) return null;
  const end = title + moved + 1;
  return [...fields.slice(0, title), fields.slice(title, end).join(','), ...fields.slice(end)];
}

function isAddress(cell: string): boolean {
  return /^https?:\/\//i.test(addressIn(cell));
}
