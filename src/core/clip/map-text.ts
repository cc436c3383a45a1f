import { matchTokens } from './match-tokens.ts';

/** Words, single CJK characters, numbers, runs of space, and single signs. */
const token = /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Hangul}]|[\p{L}\p{M}_]+|\p{N}+|\s+|[^]/gu;

/** The words and signs of a text, in order. */
export function tokensOf(text: string): readonly string[] {
  return text.match(token) ?? [];
}

/** A run of text that both versions of a block have. */
export interface KeptRun {
  readonly from: number;
  readonly to: number;
  readonly length: number;
}

/** Beyond this many edits two stretches have little in common, and the comparison would take long. */
const mostEdits = 300;

/** Fewer units of a changed word are alike by chance. */
const leastAlike = 3;

/** The runs that a block kept from one version to the next, in order: words, and beginnings and ends of changed ones. */
export function keptRuns(earlier: string, later: string): readonly KeptRun[] {
  const [before, after] = [tokensOf(earlier), tokensOf(later)];
  const [starts, laterStarts] = [startsOf(before), startsOf(after)];
  const runs: KeptRun[] = [];
  let [from, to] = [0, 0];
  const endChange = (fromEnd: number, toEnd: number) => {
    const [gone, fresh] = [earlier.slice(from, fromEnd), later.slice(to, toEnd)];
    const start = commonStart(gone, fresh);
    const end = commonEnd(gone.slice(start), fresh.slice(start));
    if (start >= leastAlike) runs.push({ from, to, length: start });
    if (end >= leastAlike) runs.push({ from: fromEnd - end, to: toEnd - end, length: end });
    [from, to] = [fromEnd, toEnd];
  };
  for (const run of matchTokens(before, after, mostEdits)) {
    endChange(starts[run.from] ?? 0, laterStarts[run.to] ?? 0);
    const length = (starts[run.from + run.length] ?? earlier.length) - from;
    runs.push({ from, to, length });
    [from, to] = [from + length, to + length];
  }
  endChange(earlier.length, later.length);
  return runs;
}

/** Where each token begins, in UTF-16 units. */
function startsOf(tokens: readonly string[]): readonly number[] {
  let at = 0;
  return tokens.map(({ length }) => {
    at += length;
    return at - length;
  });
}

function commonStart(a: string, b: string): number {
  let length = 0;
  while (length < a.length && length < b.length && a[length] === b[length]) length += 1;
  // Not within a character.
  return /[\uD800-\uDBFF]/.test(a[length - 1] ?? '') ? length - 1 : length;
}

function commonEnd(a: string, b: string): number {
  let length = 0;
  while (length < a.length && length < b.length && a.at(-1 - length) === b.at(-1 - length)) length += 1;
  return length > 0 && /[\uDC00-\uDFFF]/.test(a.at(-length) ?? '') ? length - 1 : length;
}

export interface MappedRange {
  readonly start: number;
  readonly end: number;
  /** UTF-16 units of the range that are still there, without white space. */
  readonly kept: number;
}

/** Where a range of the earlier text is in the later one, from its first character that is still there to its last. */
export function mapRange(
  runs: readonly KeptRun[],
  text: string,
  start: number,
  end: number,
): MappedRange | null {
  let [first, last, kept] = [-1, -1, 0];
  for (const { from, to, length } of runs) {
    const [a, b] = [Math.max(start, from), Math.min(end, from + length)];
    if (b <= a || visibleLength(text.slice(a, b)) === 0) continue;
    if (first < 0) first = to + a - from;
    last = to + b - from;
    const own = visibleLength(text.slice(a, b));
    // One character by itself is there by chance.
    kept += own > 1 ? own : 0;
  }
  return first < 0 ? null : { start: first, end: last, kept };
}

/** UTF-16 units that are not white space. */
export function visibleLength(text: string): number {
  return text.replace(/\s+/g, '').length;
}
