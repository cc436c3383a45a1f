import type { Highlight } from './highlight.ts';

/**
 * What a command did to highlights, as plain data that can travel and wait in a page: the rows before and after, null where
 * there was, or is, none. It is taken back only where a row still says what the command left it saying.
 */
export interface HighlightUndo {
  readonly highlights: readonly HighlightChange[];
}

export interface HighlightChange {
  readonly before: Highlight | null;
  readonly after: Highlight | null;
}

/** The row with the change taken back, null for none; `now` itself where there is nothing to take back. */
export function undoneHighlight(now: Highlight | null, { before, after }: HighlightChange): Highlight | null {
  if (now === null) return after === null ? before : null;
  if (after === null) return now;
  const untouched = now.changedAt === after.changedAt;
  if (before === null) return untouched ? null : now;
  if (untouched) return before;
  const color = now.color === after.color ? before.color : now.color;
  const note = now.note === after.note ? before.note : now.note;
  const tags = now.tags.join('\n') === after.tags.join('\n') ? before.tags : now.tags;
  return { ...now, color, note, tags };
}
