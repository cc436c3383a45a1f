/** A word with separators between its letters: `snake_case` for `snakecase`. */
export interface WrittenApart {
  /** On folded text. */
  readonly pattern: RegExp;
  /** A text that has none of these need not be searched. */
  readonly separators: readonly string[];
}

export function writtenApart(word: string, separators: readonly string[]): WrittenApart {
  const between = `[${separators.map((sign) => (sign === '-' ? '\\-' : sign)).join('')}]?`;
  const letters = Array.from(word, (letter) => letter.replace(/[^\p{L}\p{N}]/u, '\\$&'));
  return { pattern: new RegExp(`(?<![\\p{L}\\p{N}])${letters.join(between)}`, 'gu'), separators };
}

export function findApart(
  folded: string,
  { pattern, separators }: WrittenApart,
): readonly RegExpMatchArray[] {
  return separators.some((sign) => folded.includes(sign)) ? [...folded.matchAll(pattern)] : [];
}
