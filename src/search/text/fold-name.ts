const nonAscii = /[^\0-\x7f]/u;
/**
 * Anything beyond ASCII, full-width ASCII, Han, Hangul, and punctuation, arrows and emoji, which have one form only
 * (or one that matters to no search).
 */
const needsFolding =
  /[^\0-\x7f\xb7\u2000-\u200a\u2010-\u2027\u2030-\u205f\u2190-\u245f\u2500-\u2bff\u3000-\u3020\u3400-\u9fff\uac00-\ud7a3\uff01-\uff5e\u{1f300}-\u{1faff}]/u;
/** The same without the planes beyond the first, whose characters are two units here: told much sooner. */
const mayNeedFolding =
  /[^\0-\x7f\xb7\u2000-\u200a\u2010-\u2027\u2030-\u205f\u2190-\u245f\u2500-\u2bff\u3000-\u3020\u3400-\u9fff\uac00-\ud7a3\uff01-\uff5e]/;
const fullWidth = /[\uff01-\uff5e]/gu;
const marks = /\p{Mn}+/gu;

/**
 * Characters that show nothing: soft hyphens, joiners, marks of direction, variation selectors, tags. They split no word
 * and are no part of one.
 */
const invisible = /\p{Default_Ignorable_Code_Point}+/gu;

/** Letters that are written in two ways and that no decomposition takes apart. */
const spelledOut: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ı: 'i',
};
const spelled = /[ßæœøłđı]/gu;

export function withoutInvisible(text: string): string {
  return nonAscii.test(text) ? text.replace(invisible, '') : text;
}

function halfWidth(character: string): string {
  return String.fromCharCode(character.charCodeAt(0) - 0xfee0);
}

/** Folding that keeps every character at its place; null if the text has others than it knows. */
export function foldInPlace(text: string): string | null {
  if (!nonAscii.test(text)) return text.toLowerCase();
  return mayNeedFolding.test(text) && needsFolding.test(text)
    ? null
    : text.replace(fullWidth, halfWidth).toLowerCase();
}

export function foldLetters(text: string): string {
  return text
    .replace(invisible, '')
    .normalize('NFKD')
    .toLowerCase()
    .replace(marks, '')
    .replace(spelled, (letter) => spelledOut[letter] ?? letter)
    .normalize('NFC');
}

/**
 * One form for letters that a user takes for the same: case, accents, full and half width, compatibility
 * forms (Unicode NFKD without non-spacing marks, lower case, recomposed); nothing for what cannot be seen. For names, as
 * of tags and sites; texts are folded further (fold.ts).
 */
export function foldName(text: string): string {
  return foldInPlace(text) ?? foldLetters(text);
}
