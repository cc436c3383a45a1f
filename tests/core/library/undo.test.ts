import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { editedClip } from '../../../src/core/library/bulk-edit.ts';
import { marksOf, undoneClip } from '../../../src/core/library/undo.ts';
import { makeClip } from '../../factories/clip.ts';

const tags = fc.uniqueArray(fc.constantFrom('a', 'b', 'c', 'd'));
const anyMarks = fc.record({
  tags,
  starred: fc.boolean(),
  readAt: fc.option(fc.constant(5)),
  trashedAt: fc.option(fc.constant(6)),
});
const optional = fc.constantFrom(undefined, true, false);
const anyEdit = fc
  .record({ addTags: tags, removeTags: tags, starred: optional, read: optional, trashed: optional })
  .map(({ addTags, removeTags, ...marks }) => ({
    addTags,
    removeTags,
    ...(marks.starred === undefined ? {} : { starred: marks.starred }),
    ...(marks.read === undefined ? {} : { read: marks.read }),
    ...(marks.trashed === undefined ? {} : { trashed: marks.trashed }),
  }));

describe('taking back an edit', () => {
  it('is exact where nothing came after', () => {
    fc.assert(
      fc.property(anyMarks, anyEdit, (marks, edit) => {
        const clip = makeClip(marks);
        const after = editedClip(clip, edit, 99);
        expect(undoneClip(after, { before: marksOf(clip), after: marksOf(after) })).toEqual(clip);
      }),
    );
  });

  it('leaves what came after', () => {
    fc.assert(
      fc.property(anyMarks, anyEdit, anyEdit, (marks, edit, later) => {
        const clip = makeClip(marks);
        const after = editedClip(clip, edit, 99);
        const since = editedClip(after, later, 100);
        const undone = undoneClip(since, { before: marksOf(clip), after: marksOf(after) });
        if (since.starred !== after.starred) expect(undone.starred).toBe(since.starred);
        if (since.readAt !== after.readAt) expect(undone.readAt).toBe(since.readAt);
        if (since.trashedAt !== after.trashedAt) expect(undone.trashedAt).toBe(since.trashedAt);
        for (const tag of since.tags) if (!after.tags.includes(tag)) expect(undone.tags).toContain(tag);
        for (const tag of after.tags)
          if (clip.tags.includes(tag) && !since.tags.includes(tag)) expect(undone.tags).not.toContain(tag);
      }),
    );
  });

  it('keeps what is no mark: a note that was written since', () => {
    const clip = makeClip();
    const after = editedClip(clip, { starred: true }, 99);
    const since = { ...after, note: 'since' };
    expect(undoneClip(since, { before: marksOf(clip), after: marksOf(after) })).toEqual({
      ...clip,
      note: 'since',
    });
  });
});
