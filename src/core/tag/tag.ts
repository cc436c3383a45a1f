/**
 * A tag as the user sees it (`label`, as typed but for full-width letters and spare space) and as it is compared
 * (`key`): NFKC, case folded, so that `H₂O` is `h2o`. `/` nests: `lang/go` is below `lang`.
 */
export interface Tag {
  readonly key: string;
  readonly label: string;
}

/** A stored tag: one row of the `tags` table. */
export interface TagRow extends Tag {
  /** Epoch ms of its last use on a clip: recents come first. */
  readonly usedAt: number;
  readonly color: string | null;
}

/** Longest label in characters (UTF-16 units). */
export const maxTagLength = 80;

/** With what cannot be seen; a text that is longer means no tag. */
const longestText = 2_000;

/**
 * The tag that this text means, or null where it means none: nothing left after trimming, or too long. A `#` in front is
 * the sign of a tag; anywhere else it belongs to the name (`C#`).
 */
export function parseTag(text: string): Tag | null {
  if (text.length > longestText) return null;
  const label = inShape(narrow(text));
  const key = inShape(folded(inShape(label.normalize('NFKC'))));
  return key === '' || label.length > maxTagLength ? null : { key, label };
}

/** Letters and signs of full width, as an input method for Chinese or Japanese leaves them, in the usual one. */
function narrow(text: string): string {
  return text.replace(/[\uFF01-\uFF5E]/g, (wide) => String.fromCharCode(wide.charCodeAt(0) - 0xfe_e0));
}

/** Without signs in front, commas, spare space, empty levels and what cannot be seen; what is left may join to something else. */
function inShape(text: string): string {
  const shaped = withoutInvisible(text.normalize('NFC'))
    .replaceAll(/[,，、]+/gu, ' ')
    .replace(/^[\s/#]+/, '')
    .split('/')
    .map((level) => level.trim().replaceAll(/\s+/g, ' '))
    .filter((level) => level !== '')
    .join('/');
  return shaped === text ? shaped : inShape(shaped);
}

function withoutInvisible(text: string): string {
  const signs = Array.from(text);
  return signs
    .filter((sign, index) => !/[\p{Cc}\p{Cf}]/u.test(sign) || joins(signs[index - 1], sign, signs[index + 1]))
    .join('');
}

/** Whether an invisible sign makes one of two: emoji made of several, flags, letters of scripts that are written joined. */
function joins(before = '', sign: string, after = ''): boolean {
  if (/[\u{E0020}-\u{E007F}]/u.test(sign)) return /[\u{1F3F4}\u{E0020}-\u{E007E}]/u.test(before);
  const emoji = /[\p{Extended_Pictographic}\p{Emoji_Modifier}\uFE0F]/u.test(before);
  if (sign === '\u200D' && emoji) return /\p{Extended_Pictographic}/u.test(after);
  const joined = /[\p{sc=Arabic}\p{sc=Syriac}\p{sc=Mongolian}\p{M}]/u.test(before);
  return /[\u200C\u200D]/u.test(sign) && joined && /\p{L}/u.test(after);
}

/** Case folding as far as JavaScript has it: what lower and upper case join (`ẞ`, `ß` and `ss`; `Σ` and `ς`) is one. */
function folded(text: string): string {
  return text.toLowerCase().toUpperCase().toLowerCase().normalize('NFKC');
}

/** The tags of a typed line, separated by comma, `，` or `、`; repeated ones once, the first spelling kept. */
export function parseTags(texts: readonly string[]): Tag[] {
  const byKey = new Map<string, Tag>();
  for (const text of texts.flatMap((line) => line.split(/[,，、]/u))) {
    const tag = parseTag(text);
    if (tag !== null && !byKey.has(tag.key)) byKey.set(tag.key, tag);
  }
  return [...byKey.values()];
}
