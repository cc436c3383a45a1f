import { mergeLines } from './merge-lines.ts';
import { type Stamp, compareText } from './stamp.ts';

/** A note as one device left it. */
export interface NoteHead extends Stamp {
  readonly text: string;
}

/**
 * A note, and where several devices changed it at once all of their texts: what is shown is made of them, so that it does not
 * depend on the order in which they met. The next edit of what is shown takes the place of all.
 */
export interface SharedNote {
  /** By time; at least one. */
  readonly heads: readonly NoteHead[];
  /** What they all began with; null where there is one head. */
  readonly base: { readonly text: string; readonly at: number } | null;
}

/** What is shown of a note. */
export function noteText({ heads, base }: SharedNote): string {
  const [first, ...others] = heads;
  if (first === undefined) return '';
  return others.reduce((text, head) => mergeLines(base?.text ?? '', text, head.text), first.text);
}

/** The last stamp of a note. */
export function noteStamp({ heads }: SharedNote): Stamp {
  const last = heads.at(-1);
  return { at: last?.at ?? 0, by: last?.by ?? '' };
}

export function mergeNotes(base: SharedNote | null, ours: SharedNote, theirs: SharedNote): SharedNote {
  if (base !== null && isSameNote(ours, base)) return theirs;
  if (isSameNote(ours, theirs) || (base !== null && isSameNote(theirs, base))) return ours;
  const [was, our, their] = [keysOf(base), keysOf(ours), keysOf(theirs)];
  // A head of the base that one side has no more was replaced there.
  const kept = [...ours.heads, ...theirs.heads].filter(
    (head) => !was.has(keyOf(head)) || (our.has(keyOf(head)) && their.has(keyOf(head))),
  );
  const heads = oneOfEachText(kept);
  if (heads.length < 2) return { heads, base: null };
  const bases = [
    base === null ? { text: '', at: 0 } : { text: noteText(base), at: noteStamp(base).at },
    ...(ours.base === null ? [] : [ours.base]),
    ...(theirs.base === null ? [] : [theirs.base]),
  ];
  const [oldest] = bases.toSorted((a, b) => a.at - b.at || compareText(a.text, b.text));
  return { heads, base: oldest ?? null };
}

export function isSameNote(a: SharedNote, b: SharedNote): boolean {
  if (a.heads.length !== b.heads.length || a.base?.text !== b.base?.text || a.base?.at !== b.base?.at)
    return false;
  const keys = keysOf(b);
  return a.heads.every((head) => keys.has(keyOf(head)));
}

function oneOfEachText(heads: readonly NoteHead[]): NoteHead[] {
  const sorted = heads.toSorted(compareHeads);
  return sorted.filter((head, index) => sorted.findLastIndex(({ text }) => text === head.text) === index);
}

function compareHeads(a: NoteHead, b: NoteHead): number {
  return a.at - b.at || compareText(a.by, b.by) || compareText(a.text, b.text);
}

function keysOf(note: SharedNote | null): ReadonlySet<string> {
  return new Set(note?.heads.map(keyOf));
}

function keyOf({ at, by, text }: NoteHead): string {
  return `${at} ${by} ${text}`;
}
