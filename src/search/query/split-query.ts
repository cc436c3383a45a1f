/** A piece of a query as typed, before it is known what it means. */
export interface QueryPiece {
  readonly kind: 'word' | 'phrase' | 'filter' | 'or';
  /** A dash stands before it that leaves it out; or, if `option`, may belong to it (`-name`): the index decides. */
  readonly not: boolean;
  readonly option: boolean;
  /** For a filter: what stands before the colon, in lower case. */
  readonly name: string;
  /** The word, what is between the quotes, or the filter's value. */
  readonly value: string;
  readonly raw: string;
  readonly closed: boolean;
  readonly start: number;
  readonly end: number;
}

/** Chinese input methods type these for the same keys. */
const quotes: Record<string, string> = { '"': '"', '“': '”', '”': '“', '「': '」', '『': '』' };
const space = /\s/u;
const filterStart = /^([\p{L}]{2,12})[:：]/u;

interface Quoted {
  readonly value: string;
  readonly end: number;
  readonly closed: boolean;
}

function readQuoted(text: string, start: number): Quoted {
  const open = text[start] ?? '';
  const closers = new Set([quotes[open] ?? open, open === '“' ? '"' : open]);
  for (let at = start + 1; at < text.length; at += 1) {
    if (closers.has(text[at] ?? '')) return { value: text.slice(start + 1, at), end: at + 1, closed: true };
  }
  return { value: text.slice(start + 1), end: text.length, closed: false };
}

function endOfWord(text: string, start: number): number {
  let at = start;
  while (at < text.length && !space.test(text[at] ?? '')) at += 1;
  return at;
}

function isQuote(character: string | undefined): boolean {
  return character !== undefined && Object.hasOwn(quotes, character);
}

type Read = Omit<QueryPiece, 'raw' | 'start' | 'not' | 'option'>;

function readPiece(text: string, start: number, isFilter: (name: string) => boolean): Read {
  if (isQuote(text[start])) {
    const quoted = readQuoted(text, start);
    return { kind: 'phrase', name: '', ...quoted };
  }
  const filter = filterStart.exec(text.slice(start, start + 14));
  const name = (filter?.[1] ?? '').toLowerCase();
  if (filter !== null && isFilter(name)) {
    const valueStart = start + filter[0].length;
    if (isQuote(text[valueStart])) return { kind: 'filter', name, ...readQuoted(text, valueStart) };
    const end = endOfWord(text, valueStart);
    return { kind: 'filter', name, value: text.slice(valueStart, end), end, closed: true };
  }
  const end = endOfWord(text, start);
  const value = text.slice(start, end);
  const kind = value === 'OR' || value === '|' || value === '||' ? 'or' : 'word';
  return { kind, name: '', value, end, closed: true };
}

type Dash = 'part' | 'not' | 'option';

/**
 * What the dash at `at` is: `-"phrase"`, `-tag:x` and `-中文` leave out; `--mount`, `-l`, `-O2`, `-std=c99` and `-bash:` are
 * what they look like; `-name` may be an option of a command or leave a word out.
 */
function readDash(text: string, at: number, isFilter: (name: string) => boolean): Dash {
  if (text[at] !== '-') return 'part';
  if (isQuote(text[at + 1])) return 'not';
  const rest = text.slice(at + 1, endOfWord(text, at + 1));
  const filter = filterStart.exec(rest)?.[1]?.toLowerCase();
  if (filter !== undefined && isFilter(filter)) return 'not';
  if (!/^\p{L}/u.test(rest) || /^[A-Za-z]\d*$/u.test(rest) || /=|:$/u.test(rest)) return 'part';
  return /^[A-Za-z]/u.test(rest) ? 'option' : 'not';
}

/** Full-width signs as the others, each at its place. */
function halfWidth(text: string): string {
  return text
    .replace(/[\uff01-\uff5e]/gu, (sign) => String.fromCharCode(sign.charCodeAt(0) - 0xfee0))
    .replaceAll('\u3000', ' ');
}

/** Cuts a typed query into words, phrases, filters and operators, with their places (UTF-16 units). */
export function splitQuery(typed: string, isFilter: (name: string) => boolean): readonly QueryPiece[] {
  const text = halfWidth(typed);
  const pieces: QueryPiece[] = [];
  let at = 0;
  while (at < text.length) {
    if (space.test(text[at] ?? '')) {
      at += 1;
      continue;
    }
    const dash = readDash(text, at, isFilter);
    const read = readPiece(text, dash === 'part' ? at : at + 1, isFilter);
    pieces.push({
      ...read,
      not: dash !== 'part',
      option: dash === 'option',
      raw: typed.slice(at, read.end),
      start: at,
    });
    at = read.end;
  }
  return pieces;
}
