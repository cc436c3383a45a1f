import { characterKind, separator, signCharacter, type CharacterKind } from './characters.ts';
import { withoutInvisible } from './fold-name.ts';

/** A piece of text that is a word for search: letters and digits, a run of Han, kana or Hangul, or one sign. */
export interface Run {
  readonly kind: Exclude<CharacterKind, typeof separator>;
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** Width first, so that full-width letters and their punctuation are what they look like; case is kept. */
export function normalForm(text: string): string {
  return withoutInvisible(text).normalize('NFKC');
}

/** Calls `sink` for each run of a text in normal form, in order; what is between them separates. */
export function scanRuns(text: string, sink: (run: Run) => void): void {
  let start = 0;
  let kind: ReturnType<typeof characterKind> = separator;
  for (let at = 0; at < text.length;) {
    const unit = text.charCodeAt(at);
    const code = unit >= 0xd800 && unit <= 0xdbff ? (text.codePointAt(at) ?? unit) : unit;
    const next = characterKind(code);
    if (next !== kind || next === signCharacter) {
      if (kind !== separator) sink({ kind, text: text.slice(start, at), start, end: at });
      start = at;
      kind = next;
    }
    at += code > 0xffff ? 2 : 1;
  }
  if (kind !== separator) sink({ kind, text: text.slice(start), start, end: text.length });
}
