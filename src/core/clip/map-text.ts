import { diffArrays } from 'diff';

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

/** Beyond this many edits the texts have little in common, and the diff would take long. */
const mostEdits = 4000;

/** The runs that a block kept from one version to the next, in order. Empty where it takes more than `most` edits. */
export function keptRuns(earlier: string, later: string, most = mostEdits): readonly KeptRun[] {
  const changes = diffArrays([...tokensOf(earlier)], [...tokensOf(later)], { maxEditLength: most });
  const runs: KeptRun[] = [];
  let [from, to] = [0, 0];
  for (const { added, removed, value } of changes ?? []) {
    const { length } = value.join('');
    if (removed) from += length;
    else if (added) to += length;
    else {
      runs.push({ from, to, length });
      from += length;
      to += length;
    }
  }
  return runs;
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
    kept += visibleLength(text.slice(a, b));
  }
  return first < 0 ? null : { start: first, end: last, kept };
}

/** UTF-16 units that are not white space. */
export function visibleLength(text: string): number {
  return text.replace(/\s+/g, '').length;
}
