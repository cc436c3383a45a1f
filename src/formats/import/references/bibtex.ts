import type { DayOrder } from '../../../core/job/file-work.ts';
import { LineCounter } from '../../text/line-counter.ts';
import { readFields } from '../fields/read-fields.ts';
import type { ImportEntry } from '../imported-clip.ts';
import { doiAddress, personName } from './names.ts';

const head = /@([a-z]{2,40})\s{0,20}\{\s{0,20}([^\s,{}()"]{0,200})\s{0,20},/gi;

export function isBibtex(start: string): boolean {
  return /^\s*(?:%[^\n]*\n\s*){0,50}@[a-z]{2,40}\s{0,20}\{/i.test(start.slice(0, 20_000));
}

/** BibTeX and BibLaTeX: entries with an address or a DOI; `urldate` is when it was looked at. */
export function* importBibtex(text: string, order: DayOrder | null): Generator<ImportEntry> {
  const lines = new LineCounter(text);
  for (const found of text.matchAll(head)) {
    if (/^(?:string|preamble|comment)$/i.test(found[1] ?? '')) continue;
    const said = fieldsAt(text, found.index + found[0].length);
    const field = (...names: readonly string[]) =>
      names.map((name) => said.get(name) ?? '').find((value) => value !== '') ?? '';
    const linked = /\\url\{([^{}]{1,8000})\}/.exec(field('howpublished', 'note'))?.[1] ?? '';
    const note = field('annote', 'annotation', 'note');
    const fields = new Map<string, unknown>([
      ['url', field('url').replaceAll(/[{}\\]/g, '') || linked || doiAddress(field('doi'))],
      ['title', plain(field('title'))],
      [
        'author',
        field('author')
          .split(/\s{1,9}and\s{1,9}/)
          .map((name) => personName(plain(name)))
          .filter((name) => name !== ''),
      ],
      ['tags', plain(field('keywords', 'keyword'))],
      ['note', note.includes('\\url') ? '' : plain(note)],
      ['description', plain(field('abstract'))],
      ['site', plain(field('journaltitle', 'journal', 'organization', 'publisher'))],
      ['published', field('date') || dateOf(field('year'), field('month'))],
      ['date saved', field('urldate', 'timestamp')],
    ]);
    yield readFields(fields, {}, { line: lines.lineAt(found.index) }, order).entry;
  }
}

const assignment = /\s{0,200}([\w-]{1,60})\s{0,20}=\s{0,20}/y;

/** The fields of an entry, up to its closing brace, in lower case. */
function fieldsAt(text: string, start: number): ReadonlyMap<string, string> {
  const fields = new Map<string, string>();
  let at = start;
  for (;;) {
    assignment.lastIndex = at;
    const name = assignment.exec(text)?.[1];
    if (name === undefined) return fields;
    const end = valueEnd(text, assignment.lastIndex);
    fields.set(name.toLowerCase(), withoutEnds(text.slice(assignment.lastIndex, end).trim()));
    if (text[end] !== ',') return fields;
    at = end + 1;
  }
}

const nextEntry = /^[\s}]@[a-z]{2,40}\s{0,5}\{/i;

/** The comma or brace that ends a value: braces within it are counted, quotes hold commas. One without an end ends before the next entry. */
function valueEnd(text: string, start: number): number {
  let depth = 0;
  let isQuoted = false;
  for (let at = start; at < text.length; at += 1) {
    const sign = text[at];
    if (sign === '\\') at += 1;
    else if (sign === '{') depth += 1;
    else if (sign === '}' && depth > 0) depth -= 1;
    else if (sign === '"' && depth === 0) isQuoted = !isQuoted;
    else if (depth === 0 && !isQuoted && (sign === ',' || sign === '}')) return at;
    else if (sign === '@' && nextEntry.test(text.slice(at - 1, at + 50))) return at;
  }
  return text.length;
}

function withoutEnds(value: string): string {
  return /^(?:\{[^]*\}|"[^]*")$/.test(value) ? value.slice(1, -1) : value;
}

const accents: Readonly<Record<string, string>> = {
  '"': '\u0308',
  "'": '\u0301',
  '`': '\u0300',
  '^': '\u0302',
  '~': '\u0303',
  c: '\u0327',
  v: '\u030C',
};

/** Without braces and LaTeX's escapes; accents become letters. */
function plain(value: string): string {
  return value
    .replaceAll(
      /\\(["'`^~]|[cv](?=[{ ]))\s?\{?\\?([a-zA-Zı])\}?/g,
      (_whole, accent: string, letter: string) => `${letter}${accents[accent] ?? ''}`.normalize('NFC'),
    )
    .replaceAll(/\\([&%_#$])/g, '$1')
    .replaceAll(/[{}]/g, '')
    .replaceAll(/\s+/g, ' ')
    .trim();
}

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

function dateOf(year: string, month: string): string {
  const number = months.indexOf(month.slice(0, 3).toLowerCase()) + 1 || Number(month);
  return number >= 1 && number <= 12 ? `${year}-${String(number).padStart(2, '0')}` : year;
}
