import type { DayOrder } from '../../../core/job/file-work.ts';
import { readFields } from '../fields/read-fields.ts';
import type { ImportEntry } from '../imported-clip.ts';
import { doiAddress, personName } from './names.ts';

const line = /^([A-Z][A-Z\d])  ?- ?(.*)$/;

export function isRis(start: string): boolean {
  return /^TY {1,2}- /m.test(start.slice(0, 4_000)) && /^(?:ER|UR|TI|T1) {1,2}-/m.test(start);
}

/** RIS, as reference managers write it: `TI  - Title`, one record from `TY` to `ER`. What follows a line without a tag is its own. */
export function* importRis(text: string, order: DayOrder | null): Generator<ImportEntry> {
  let record = new Map<string, string[]>();
  let last: string[] | null = null;
  let start = 1;
  for (const [index, whole] of text.split(/\r\n?|\n/).entries()) {
    const [, tag, value = ''] = line.exec(whole) ?? [];
    if (tag === undefined) {
      if (last !== null && whole.trim() !== '') last[last.length - 1] += `\n${whole.trim()}`;
      continue;
    }
    if (tag === 'TY') {
      record = new Map();
      start = index + 1;
    }
    if (tag === 'ER') {
      yield entryOf(record, start, order);
      record = new Map();
      last = null;
      continue;
    }
    last = record.get(tag) ?? [];
    last.push(value.trim());
    record.set(tag, last);
  }
  // One that is cut off.
  if (record.size > 1) yield entryOf(record, start, order);
}

function entryOf(record: ReadonlyMap<string, readonly string[]>, start: number, order: DayOrder | null) {
  const all = (...tags: readonly string[]) =>
    tags.map((tag) => record.get(tag) ?? []).find((values) => values.length > 0) ?? [];
  const first = (...tags: readonly string[]) => all(...tags)[0] ?? '';
  // Parts of a date that are not known are left empty: `2023/02//`.
  const day = (text: string) =>
    text
      .slice(0, 40)
      .split('/', 3)
      .filter((part) => part !== '')
      .join('-');
  const fields = new Map<string, unknown>([
    ['url', first('UR', 'L2') || doiAddress(first('DO'))],
    ['title', first('TI', 'T1')],
    ['author', all('AU', 'A1').map(personName)],
    ['tags', all('KW').flatMap((words) => words.split(/[;\n]/).map((word) => word.trim()))],
    ['note', all('N1').join('\n\n')],
    ['description', first('AB', 'N2')],
    ['site', first('T2', 'JO', 'JF', 'PB')],
    ['language', first('LA')],
    ['published', day(first('DA', 'PY', 'Y1'))],
    ['date saved', day(first('Y2'))],
  ]);
  return readFields(fields, {}, { line: start }, order).entry;
}
