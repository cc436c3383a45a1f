import { describe, expect, it } from 'vitest';
import { changedFields, changeTimes, timesAfter } from '../../../src/core/sync/change-times.ts';
import { makeClip } from '../../factories/clip.ts';

const before = makeClip({ title: 'A', note: 'n', tags: ['go', 'c#'], starred: false, readAt: null });

describe('times of single fields', () => {
  it('are noted for what an edit changed, and for each tag by itself', () => {
    expect(changedFields(before, before)).toEqual([]);
    expect(changedFields(before, { ...before, title: 'B', starred: true })).toEqual(['title', 'starred']);
    expect(changedFields(before, { ...before, tags: ['c#', 'zig'] })).toEqual(['tag:go', 'tag:zig']);
    // Another order is no change of a set.
    expect(changedFields(before, { ...before, tags: ['c#', 'go'] })).toEqual([]);
  });

  it('stay when other fields change, and give way to the time of the clip where they are not known', () => {
    const fields = timesAfter(timesAfter(undefined, ['note'], 5), ['starred'], 9);
    const time = changeTimes({ at: 9, fields }, 1);
    expect(['note', 'starred', 'title'].map((field) => time(field as 'note'))).toEqual([5, 9, 9]);
    expect(changeTimes(null, 1)('note')).toBe(1);
  });
});
