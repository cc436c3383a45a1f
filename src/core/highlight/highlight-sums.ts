import type { Clip } from '../clip/clip.ts';
import { type Highlight, highlightColors } from './highlight.ts';
import { unsureStates } from './highlight-state.ts';

/** UTF-16 units of all notes together that a clip's row holds, for search: rows are small. */
const mostNotes = 20_000;

/** A clip's row with what it says of its highlights: how many, in which colors and states, and the notes on them. */
export function withHighlightSums(clip: Clip, highlights: readonly Highlight[]): Clip {
  const {
    highlights: _count,
    highlightColors: _colors,
    highlightNotes: _notes,
    highlightStates: _states,
    ...row
  } = clip;
  if (highlights.length === 0) return row;
  const used = new Set(highlights.map(({ color }) => color));
  const states = unsureStates.filter((unsure) => highlights.some(({ state }) => state === unsure));
  const notes = highlights
    .toSorted(oldestFirst)
    .flatMap(({ note }) => (note.trim() === '' ? [] : [note.trim()]));
  const text = notes.join('\n\n').slice(0, mostNotes);
  return {
    ...row,
    highlights: highlights.length,
    highlightColors: highlightColors.filter((color) => used.has(color)),
    ...(text === '' ? {} : { highlightNotes: text }),
    ...(states.length === 0 ? {} : { highlightStates: states }),
  };
}

/** Orders highlights by when they were made. */
export function oldestFirst(a: Highlight, b: Highlight): number {
  return a.createdAt - b.createdAt || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0);
}
