/** Why a line or entry of a file was not taken. */
export type ProblemReason =
  | 'no-url'
  /** Not an http(s) address: a bookmarklet, a browser page, a place: query. */
  | 'unsupported-url'
  /** A quoted field or an attribute that never ends. */
  | 'unbalanced-quotes'
  | 'wrong-columns'
  /** An entry that lacks what its format promises. */
  | 'wrong-shape'
  | 'front-matter'
  /** Bytes that are no text; what can be read of the file is taken, with U+FFFD in the gaps. */
  | 'encoding'
  | 'too-large'
  /** A file in an archive that cannot be unpacked. */
  | 'damaged'
  /** The file ends in the middle of it; what stands before is taken. */
  | 'cut-off'
  /** A chapter of a book that is locked (DRM). */
  | 'encrypted'
  /** A chapter that the book lists and its file does not have. */
  | 'missing-chapter'
  /** A file in an archive whose name leads out of it, or is there twice. */
  | 'unsafe-name'
  | 'duplicate-name'
  /** A file of the repository that says to be another clip's than its name does. */
  | 'misplaced'
  /** Another file of the repository that names the same clip: it is left as it is. */
  | 'copy'
  /** A file in an archive that is no format of ours. */
  | 'unknown-format'
  /** In the trash of the tool that wrote the file. */
  | 'in-trash'
  /** A time that no calendar has, or a date in no known form. */
  | 'bad-date'
  /** A picture that is none by its bytes. */
  | 'not-a-picture'
  /** Listed by a feed, and never saved by the user. */
  | 'not-saved'
  // What could not be taken of an entry that is taken.
  /** Day and month could be either, and nobody said which. */
  | 'ambiguous-date'
  /** A column or field that says nothing of a clip. */
  | 'unused-column'
  /** A picture that the text names and the archive does not have. */
  | 'missing-picture';

export interface ImportProblem {
  readonly kind: 'problem';
  readonly reason: ProblemReason;
  /** From 1, in a text file. */
  readonly line: number | null;
  /** The file within an archive, or the number of the entry (from 1) in a JSON list. */
  readonly entry: string | null;
  /** One line of at most 120 characters. */
  readonly excerpt: string;
  /** The entry was taken, but for what this says. */
  readonly taken?: boolean;
}
