/** Where the element of a block stands in article HTML, as offsets into its text. */
export interface BlockPlace {
  readonly start: number;
  readonly end: number;
  /** Its own index and those of the blocks inside it. */
  readonly blocks: readonly number[];
}

/** A tag of serialised HTML, in which text has no `<` and attributes are quoted (HTML Standard, section 13.3). */
const tag = /<(\/?)([a-z][a-z0-9]*)((?:\s+[^\s"=<>/]+(?:="[^"]*")?)*)\s*\/?>/gi;
const blockNumber = /\sdata-block="(\d+)"/;

/** The element that holds a block, in article HTML as the browser serialised it: the worker has no DOM to ask. */
export function placeOfBlock(html: string, block: number): BlockPlace | null {
  let name = '';
  let start = -1;
  let depth = 0;
  const blocks: number[] = [];
  for (const match of html.matchAll(tag)) {
    const [whole, slash = '', element = '', attributes = ''] = match;
    const number = Number(blockNumber.exec(attributes)?.[1] ?? Number.NaN);
    if (start < 0) {
      if (slash !== '' || number !== block) continue;
      [name, start] = [element, match.index];
    }
    if (!Number.isNaN(number)) blocks.push(number);
    if (element !== name) continue;
    depth += slash === '' ? 1 : -1;
    if (depth === 0) return { start, end: match.index + whole.length, blocks };
  }
  return null;
}

/** The outermost element of article HTML that is or holds a block; null where there is no such block. */
export function topPlace(html: string, block: number): BlockPlace | null {
  let start = 0;
  let depth = 0;
  let blocks: number[] = [];
  for (const match of html.matchAll(tag)) {
    const [whole, slash = '', element = '', attributes = ''] = match;
    if (slash === '') {
      if (depth === 0) [start, blocks] = [match.index, []];
      const number = blockNumber.exec(attributes)?.[1];
      if (number !== undefined) blocks.push(Number(number));
      if (!empty.has(element.toLowerCase())) depth += 1;
    } else depth = Math.max(0, depth - 1);
    if (depth === 0 && blocks.includes(block)) return { start, end: match.index + whole.length, blocks };
  }
  return null;
}

/** Elements of article HTML that have no end tag. */
const empty = new Set(['br', 'hr', 'img']);

/** Article HTML whose blocks have numbers from `first` on instead of from 0. */
export function renumbered(html: string, first: number): string {
  return html.replace(
    /(<[a-z][^<>]*?\sdata-block=")(\d+)"/gi,
    (_all, before: string, number: string) => `${before}${String(Number(number) + first)}"`,
  );
}

export function withoutPlace(html: string, { start, end }: BlockPlace): string {
  return html.slice(0, start) + html.slice(end);
}

/** What a language's name may be in a class. */
const languageName = /^[^\s"<>&]{1,40}$/;

/** The code block at this place, said to be in this language; null for no language. */
export function withLanguage(html: string, { start, end }: BlockPlace, language: string | null): string {
  const named = language !== null && languageName.test(language) ? ` class="language-${language}"` : '';
  const element = html
    .slice(start, end)
    .replace(/<code((?:\s+[^\s"=<>/]+(?:="[^"]*")?)*)\s*>/, (_whole, attributes: string) => {
      const others = attributes.replace(/\sclass="[^"]*"/, '').replace(/\sdata-guessed(?:="[^"]*")?/, '');
      return `<code${named}${others}>`;
    });
  return html.slice(0, start) + element + html.slice(end);
}

/** Without the numbers of blocks, which can be given anew: texts are compared, and kept in files, without them. */
export function withoutBlockNumbers(html: string): string {
  return html.replace(tag, (element) => element.replace(blockNumber, ''));
}
