/** One part of a mail (RFC 2045, 2046). */
export interface Part {
  /** By their names in lower case; the first of each. */
  readonly headers: ReadonlyMap<string, string>;
  /** As it stands in the file, one UTF-16 unit for each byte or character. */
  readonly body: string;
}

export interface Parts {
  /** Parts that hold no others, in the file's order. */
  readonly parts: readonly Part[];
  /** The last part has no end. */
  readonly isCut: boolean;
  /** There were more parts than are read. */
  readonly isCrowded: boolean;
}

const maxParts = 5_000;
const maxDepth = 8;
/** Longest head of a part, in UTF-16 units. */
const maxHead = 64 * 1_024;

/** Headers up to the first empty line, those of several lines joined. */
export function partOf(text: string): Part {
  const blank = /\r?\n\r?\n/.exec(text.slice(0, maxHead));
  const head = blank === null ? '' : text.slice(0, blank.index);
  const headers = new Map<string, string>();
  for (const line of head.replaceAll(/\r?\n[ \t]+/g, ' ').split(/\r?\n/)) {
    const colon = line.indexOf(':');
    const name = line.slice(0, Math.max(0, colon)).trim().toLowerCase();
    if (name !== '' && !headers.has(name)) headers.set(name, line.slice(colon + 1).trim());
  }
  return { headers, body: blank === null ? text : text.slice(blank.index + blank[0].length) };
}

export function boundaryOf({ headers }: Part): string | null {
  const type = headers.get('content-type') ?? '';
  if (!/^multipart\//i.test(type)) return null;
  return /boundary="([^"]{1,200})"/i.exec(type)?.[1] ?? /boundary=([^";\s]{1,200})/i.exec(type)?.[1] ?? null;
}

/** The parts of a mail, those within parts too: up to a depth and a number that no saved page has. */
export function partsOf(whole: Part): Parts {
  const parts: Part[] = [];
  let isCut = false;
  let isCrowded = false;
  const take = (part: Part, depth: number) => {
    const boundary = boundaryOf(part);
    if (boundary === null) {
      if (parts.length < maxParts) parts.push(part);
      else isCrowded = true;
      return;
    }
    if (depth > maxDepth) {
      isCrowded = true;
      return;
    }
    const split = between(part.body, boundary);
    isCut ||= split.isCut;
    isCrowded ||= split.texts.length > maxParts;
    for (const text of split.texts.slice(0, maxParts)) take(partOf(text), depth + 1);
  };
  take(whole, 0);
  return { parts, isCut, isCrowded };
}

/** The texts between the lines that are the boundary, up to one that says it is the last. */
function between(
  body: string,
  boundary: string,
): { readonly texts: readonly string[]; readonly isCut: boolean } {
  const mark = `--${boundary}`;
  const texts: string[] = [];
  let start: number | null = null;
  for (let at = body.indexOf(mark); at !== -1; at = body.indexOf(mark, at + mark.length)) {
    if (at > 0 && body[at - 1] !== '\n') continue;
    const end = /^(--)?[ \t]{0,100}(?:\r?\n|\r?$)/.exec(body.slice(at + mark.length, at + mark.length + 110));
    if (end === null) continue;
    if (start !== null) texts.push(withoutBreak(body.slice(start, at)));
    if (end[1] !== undefined) return { texts, isCut: false };
    start = at + mark.length + end[0].length;
    if (texts.length > maxParts) return { texts, isCut: false };
  }
  if (start !== null) texts.push(body.slice(start));
  return { texts, isCut: true };
}

/** The line break before a boundary is the boundary's. */
function withoutBreak(text: string): string {
  if (text.endsWith('\r\n')) return text.slice(0, -2);
  return text.endsWith('\n') ? text.slice(0, -1) : text;
}
