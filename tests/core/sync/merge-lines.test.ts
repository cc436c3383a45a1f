import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bothKept, mergeLines } from '../../../src/core/sync/merge-lines.ts';

const text = (...lines: readonly string[]) => lines.join('\n');

describe('merging two versions of a note by lines', () => {
  it('makes changes in different places both', () => {
    expect(mergeLines(text('a', 'b', 'c'), text('A', 'b', 'c'), text('a', 'b', 'c', 'd'))).toBe(
      text('A', 'b', 'c', 'd'),
    );
    expect(mergeLines(text('a', 'b', 'c'), text('b', 'c'), text('a', 'b'))).toBe('b');
  });

  it('keeps both where they touch, with a mark between', () => {
    expect(mergeLines(text('a', 'b'), text('x', 'b'), text('y', 'b'))).toBe(text('x', bothKept, 'y', 'b'));
    expect(mergeLines('', 'mine', 'yours')).toBe(text('mine', bothKept, 'yours'));
    expect(mergeLines(text('a', 'b', 'c', 'd'), text('x', 'd'), text('a', 'b', 'y', 'd'))).toBe(
      text('x', bothKept, 'a', 'b', 'y', 'd'),
    );
  });

  it('keeps a passage that was changed on one side and deleted on the other', () => {
    expect(mergeLines(text('a', 'b'), 'a', text('a', 'changed'))).toBe(text('a', 'changed'));
  });

  it('writes once what both wrote, and what one of them has within more', () => {
    expect(mergeLines('', 'same', 'same')).toBe('same');
    expect(mergeLines('', text('one', 'two'), 'two')).toBe(text('one', 'two'));
  });

  it('holds every line that one side added, and none that both took away', () => {
    const lines = fc.array(fc.constantFrom('a', 'b', 'c', 'd', ''), { maxLength: 6 });
    fc.assert(
      fc.property(lines, lines, lines, (base, ours, theirs) => {
        const merged = mergeLines(text(...base), text(...ours), text(...theirs)).split('\n');
        for (const side of [ours, theirs])
          for (const line of side) if (!base.includes(line) && line !== '') expect(merged).toContain(line);
        for (const line of base)
          if (!ours.includes(line) && !theirs.includes(line) && line !== '')
            expect(merged).not.toContain(line);
      }),
    );
  });
});
