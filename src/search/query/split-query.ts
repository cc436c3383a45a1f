/** A piece of a query as typed, before it is known what it means. */
export interface QueryPiece {
  readonly kind: 'word' | 'phrase' | 'filter' | 'or';
  readonly not: boolean;
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
const quotes: Record<string, string> = { '"': '"', '“': '”', '”': '“', '「': '」', '『': '』', '＂': '＂' };
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

type Read = Omit<QueryPiece, 'raw' | 'start' | 'not'>;

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

/** `-word`, `-"phrase"`, `-tag:x`; but `--mount` and `-l` are what they look like: options of a command. */
function isNegation(text: string, at: number): boolean {
  if (text[at] !== '-') return false;
  const rest = text.slice(at + 1, endOfWord(text, at + 1));
  return rest.length >= 1 && rest[0] !== '-' && !/^[A-Za-z\d]$/u.test(rest);
}

export function splitQuery(text: string, isFilter: (name: string) => boolean): readonly QueryPiece[] {
  const pieces: QueryPiece[] = [];
  let at = 0;
  while (at < text.length) {
    if (space.test(text[at] ?? '')) {
      at += 1;
      continue;
    }
    const not = isNegation(text, at);
    const read = readPiece(text, not ? at + 1 : at, isFilter);
    pieces.push({ ...read, not, raw: text.slice(at, read.end), start: at });
    at = read.end;
  }
  return pieces;
}
