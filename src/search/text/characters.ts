/**
 * The kinds of character that search tells apart. Written out as ranges, never asked of the browser's
 * dictionary, so that an index made by one release of a browser is readable by the next.
 */
export const separator = 0;
export const wordCharacter = 1;
export const cjkCharacter = 2;
/** Arrows, operators, currency, emoji: each is a word of its own. Those of ASCII are punctuation. */
export const signCharacter = 3;
export type CharacterKind =
  typeof separator | typeof wordCharacter | typeof cjkCharacter | typeof signCharacter;

/** Han, kana and Hangul (inclusive code point ranges), which are written without spaces between words. */
const cjkRanges: readonly (readonly [number, number])[] = [
  [0x1100, 0x11ff],
  [0x2e80, 0x2fdf],
  [0x3005, 0x3007],
  [0x3021, 0x3029],
  [0x3031, 0x3035],
  [0x303b, 0x303c],
  [0x3041, 0x3096],
  [0x309d, 0x309f],
  [0x30a1, 0x30fa],
  [0x30fc, 0x30ff],
  [0x3105, 0x312f],
  [0x3131, 0x318e],
  [0x31a0, 0x31bf],
  [0x31f0, 0x31ff],
  [0x3400, 0x4dbf],
  [0x4e00, 0x9fff],
  [0xa960, 0xa97c],
  [0xac00, 0xd7fb],
  [0xf900, 0xfaff],
  [0xff66, 0xff9d],
  [0x20000, 0x323af],
];

const letterOrNumber = /[\p{L}\p{N}]/u;
/** Without box drawing, which is of no use to a search. */
const sign = /(?![\0-\x7f\u2500-\u259f])[\p{Sm}\p{Sc}\p{So}]/u;
const known = new Map<number, CharacterKind>();

function kindOf(code: number): CharacterKind {
  if (code >= 0x1100 && cjkRanges.some(([first, last]) => code >= first && code <= last)) return cjkCharacter;
  const character = String.fromCodePoint(code);
  if (code === 0x5f || letterOrNumber.test(character)) return wordCharacter;
  return sign.test(character) ? signCharacter : separator;
}

/** The kinds of ASCII, which most of code and much of prose is. */
const ascii = Uint8Array.from({ length: 0x80 }, (_, code) => kindOf(code));

export function characterKind(code: number): CharacterKind {
  if (code < 0x80) return ascii[code] as CharacterKind;
  if (code >= 0x4e00 && code <= 0x9fff) return cjkCharacter;
  let kind = known.get(code);
  if (kind === undefined) {
    kind = kindOf(code);
    known.set(code, kind);
  }
  return kind;
}

export function hasCjk(text: string): boolean {
  for (const character of text) {
    if (characterKind(character.codePointAt(0) ?? 0) === cjkCharacter) return true;
  }
  return false;
}
