/** Signs that turn the direction of what follows, in our pages too (Unicode Bidirectional Algorithm, 2). */
const directions = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;

/** A name that somebody else gave, of a page, an author or a file, without what would have it shown reversed. */
export function withoutDirections(text: string): string {
  return text.replaceAll(directions, '');
}
