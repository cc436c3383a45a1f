/**
 * A posting says where in a clip a term stands and, for running text, how often: sixteen values, so that it fits
 * into four bits. Values from `firstLabelField` on change without the text (tags, note) and are replaced alone.
 */
export const field = {
  /** Five levels of frequency, from `prose` to `prose + 4`. */
  prose: 0,
  /** Five levels as well. */
  code: 5,
  heading: 10,
  title: 11,
  /** Not a word but a property of the text: `lang:`, `has:code`. */
  textFacet: 12,
  note: 13,
  /** Words of tags, author and site. */
  label: 14,
  /** Properties that change without the text: `tag:`, `is:`. */
  labelFacet: 15,
} as const;

export const fieldCount = 16;
export const levels = 5;
export const firstLabelField = field.note;

/** Not a character of any word, so facets never meet words. */
const facetMark = '\u0001';

export function facetTerm(name: string, value: string): string {
  return `${facetMark}${name}:${value}`;
}
