import { LineCounter } from './line-counter.ts';

/**
 * One row of a CSV file. Where its quoting is `broken`, the fields are those of its first line with quotes taken for
 * plain signs. `line` counts from 1.
 */
export type CsvRow =
  | { readonly line: number; readonly fields: readonly string[]; readonly broken: null }
  | { readonly line: number; readonly fields: readonly string[]; readonly broken: string };

/**
 * Rows of a CSV text (RFC 4180; also with `;`, `|` or tab, and any line ending, a single CR too), empty lines left out. Where a
 * quoted field never ends, or goes on after its end, the row is given as broken and reading goes on with the next line,
 * so that one stray quote does not swallow the rest of the file. Linear in the length of the text.
 */
export function* parseCsv(text: string, delimiter = delimiterOf(text)): Generator<CsvRow> {
  // Excel says its delimiter in a line of its own.
  let at = /^sep=.\r?\n/i.exec(text)?.[0].length ?? 0;
  const lines = new LineCounter(text);
  while (at < text.length) {
    const line = lines.lineAt(at);
    const row = readRow(text, at, delimiter);
    if (row === null) {
      const end = lineEnd(text, at);
      const [broken = ''] = text.slice(at, Math.min(end, at + maxBroken)).split(/[\r\n]/, 1);
      yield { line, broken, fields: broken.split(delimiter, maxFields).map(withoutQuotes) };
      at = end;
      continue;
    }
    if (row.fields.length > 1 || row.fields[0] !== '') yield { line, fields: row.fields, broken: null };
    at = row.end;
  }
}

/** How much of a broken line is looked at. */
const maxBroken = 10_000;

function withoutQuotes(field: string): string {
  return field.replace(/^"/, '').replace(/"$/, '').replaceAll('""', '"');
}

interface Row {
  readonly fields: string[];
  /** Where the next row begins. */
  readonly end: number;
}

/** More columns than any table of clips: a line of 100 million commas is not worth its memory. */
const maxFields = 1_000;

function readRow(text: string, start: number, delimiter: string): Row | null {
  const fields: string[] = [];
  let at = start;
  for (;;) {
    const field = text[at] === '"' ? readQuoted(text, at) : readPlain(text, at, delimiter);
    if (field === null || fields.length === maxFields) return null;
    fields.push(field.value);
    at = field.end;
    const next = text[at];
    if (next === delimiter) at += 1;
    else if (next === undefined || next === '\n') return { fields, end: at + 1 };
    else if (next === '\r') return { fields, end: at + (text[at + 1] === '\n' ? 2 : 1) };
    else return null;
  }
}

interface Field {
  readonly value: string;
  /** The place after it. */
  readonly end: number;
}

function readPlain(text: string, start: number, delimiter: string): Field {
  const separator = delimiter.charCodeAt(0);
  let end = start;
  for (; end < text.length; end += 1) {
    const code = text.charCodeAt(end);
    if (code === separator || code === 10 || code === 13) break;
  }
  return { value: text.slice(start, end), end };
}

function readQuoted(text: string, start: number): Field | null {
  let at = start + 1;
  for (;;) {
    const quote = text.indexOf('"', at);
    if (quote === -1) return null;
    if (text[quote + 1] !== '"')
      return { value: text.slice(start + 1, quote).replaceAll('""', '"'), end: quote + 1 };
    at = quote + 2;
  }
}

function delimiterOf(text: string): string {
  const stated = /^sep=(.)\r?\n/i.exec(text)?.[1];
  if (stated !== undefined) return stated;
  const header = text.slice(0, Math.min(lineEnd(text, 0), 2_000));
  const count = (sign: string) => header.split(sign).length;
  // A bar between an address and a title makes no table.
  const signs = header.includes('://') ? [';', '\t'] : [';', '\t', '|'];
  return signs.find((sign) => count(sign) > count(',')) ?? ',';
}

function lineEnd(text: string, at: number): number {
  for (let end = at; end < text.length; end += 1) {
    const code = text.charCodeAt(end);
    if (code === 10) return end + 1;
    if (code === 13) return end + (text.charCodeAt(end + 1) === 10 ? 2 : 1);
  }
  return text.length;
}
