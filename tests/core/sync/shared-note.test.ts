import { describe, expect, it } from 'vitest';
import { type SharedNote, mergeNotes, noteText } from '../../../src/core/sync/shared-note.ts';

const note = (text: string, at: number, by = 'a'): SharedNote => ({ heads: [{ text, at, by }], base: null });

describe('a shared note', () => {
  it('shows what three devices added at once, in one order on all', () => {
    const base = note('list', 1);
    const [a, b, c] = [
      note('list\nfirst', 2, 'a'),
      note('list\nsecond', 3, 'b'),
      note('list\nthird', 4, 'c'),
    ];
    const shown = noteText(mergeNotes(base, mergeNotes(base, a, b), c));
    expect(shown.split('\n').filter((line) => line !== '⇄')).toEqual(['list', 'first', 'second', 'third']);
    expect(noteText(mergeNotes(base, c, mergeNotes(base, b, a)))).toBe(shown);
  });

  it('lets an edit of what is shown take the place of all that was joined in it', () => {
    const base = note('', 1);
    const joined = mergeNotes(base, note('mine', 2, 'a'), note('yours', 3, 'b'));
    const resolved = note('ours', 4, 'a');
    expect(noteText(mergeNotes(joined, resolved, joined))).toBe('ours');
    expect(noteText(mergeNotes(joined, joined, resolved))).toBe('ours');
  });

  it('compares a device that was away for long with what it knew, not with what came after', () => {
    const known = note('list', 1);
    const added = note('list\nfirst\nsecond', 2, 'b');
    const joined = mergeNotes(
      added,
      note('x\nlist\nfirst\nsecond', 3, 'a'),
      note('y\nlist\nfirst\nsecond', 4, 'b'),
    );
    const away = note('list\nfrom far', 5, 'c');
    const shown = noteText(mergeNotes(known, away, joined));
    for (const line of ['first', 'second', 'x', 'y', 'from far']) expect(shown.split('\n')).toContain(line);
    expect(noteText(mergeNotes(known, joined, away))).toBe(shown);
  });
});
