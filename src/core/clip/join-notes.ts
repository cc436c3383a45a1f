/**
 * One note of two, in which neither is lost: `second` below `first`, unless one of them holds the other's lines already.
 * Joined again with either, it stays as it is.
 */
export function joinNotes(first: string, second: string): string {
  if (holds(first, second)) return first;
  if (holds(second, first)) return second;
  return `${first.trimEnd()}\n\n${second.trimStart()}`;
}

/** Whether the other note stands in this one, as whole lines. */
function holds(note: string, other: string): boolean {
  const lines = other.trim();
  return lines === '' || `\n${note.trim()}\n`.includes(`\n${lines}\n`);
}
