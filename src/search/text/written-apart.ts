/** A word with separators between its letters: `snake_case` for `snakecase`. */
export interface WrittenApart {
  /** On folded text; made when it is first asked for. */
  readonly pattern: () => RegExp;
  /** A text that has none of these need not be searched. */
  readonly separators: readonly string[];
}

export function writtenApart(word: string, separators: readonly string[]): WrittenApart {
  let made: RegExp | null = null;
  const pattern = (): RegExp => {
    const between = `[${separators.map((sign) => (sign === '-' ? '\\-' : sign)).join('')}]?`;
    const [first = '', ...rest] = Array.from(word, (letter) => letter.replace(/[^\p{L}\p{N}]/u, '\\$&'));
    // Looked behind from its end: the engine finds a plain letter much sooner.
    const start = `${first}(?<![\\p{L}\\p{N}]${first})`;
    return new RegExp([start, ...rest].join(between), 'gu');
  };
  return { pattern: () => (made ??= pattern()), separators };
}

export function findApart(
  folded: string,
  { pattern, separators }: WrittenApart,
): readonly RegExpMatchArray[] {
  return separators.some((sign) => folded.includes(sign)) ? [...folded.matchAll(pattern())] : [];
}
