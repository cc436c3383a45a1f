/** A kind of thing of which a page may have any number: `page` makes about so many bytes of it. */
export interface PageShape {
  readonly name: string;
  readonly page: (bytes: number) => string;
}

const filler = `<p>${'This paragraph has words enough to make an article of some length, about servers, queues and back pressure. '.repeat(4)}</p>`;

export function article(body: string, head = ''): string {
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Growth</title>${head}</head><body><main><article><h1>Growth</h1>${filler}${body}${filler}</article></main></body></html>`;
}

/** As many pieces as make `bytes` characters. */
export function many(bytes: number, piece: (index: number) => string): string {
  const parts: string[] = [];
  for (let index = 0, length = 0; length < bytes; index++) {
    const part = piece(index);
    parts.push(part);
    length += part.length;
  }
  return parts.join('');
}

/** Such pieces on both sides of something, one each for each. */
export function paired(
  bytes: number,
  first: (index: number) => string,
  second: (index: number) => string,
): readonly [string, string] {
  const count = Math.ceil(bytes / (first(1_000).length + second(1_000).length));
  const all = (piece: (index: number) => string): string =>
    Array.from({ length: count }, (_, index) => piece(index)).join('');
  return [all(first), all(second)];
}
