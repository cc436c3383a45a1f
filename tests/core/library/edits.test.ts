import { describe, expect, it, test } from 'vitest';
import { editedClip } from '../../../src/core/library/bulk-edit.ts';
import { lossMarkerOf, parseLossMarker } from '../../../src/core/library/loss-marker.ts';
import { clipSorts, isClipSort, sortClips } from '../../../src/core/library/sort-clips.ts';
import {
  countTrashDay,
  isTrashDay,
  keptTrashDays,
  parseTrashDays,
} from '../../../src/core/library/trash-days.ts';
import { isSameRow, marksOf, undoneClip } from '../../../src/core/library/undo.ts';
import { makeClip } from '../../factories/clip.ts';

const day = 86_400_000;

describe('an edit of a clip', () => {
  const clip = makeClip({ tags: ['go', 'net'], starred: false, readAt: null, trashedAt: null });

  it.each([
    [{ starred: true }, { starred: true }],
    [{ read: true }, { readAt: 9 }],
    [{ trashed: true }, { trashedAt: 9 }],
    [{ addTags: ['C#'] }, { tags: ['go', 'net', 'c#'] }],
    [{ removeTags: ['Go'] }, { tags: ['net'] }],
    [{ removeTags: ['Go'], addTags: ['go'] }, { tags: ['net', 'go'] }],
  ])('%j changes what it says, and nothing else', (edit, changes) => {
    expect(editedClip(clip, edit, 9)).toEqual({ ...clip, ...changes });
  });

  it.each([
    {},
    { starred: false },
    { read: false },
    { trashed: false },
    { addTags: ['Go'] },
    { removeTags: ['x'] },
  ])('%j changes nothing: the clip is the same object', (edit) => {
    expect(editedClip(clip, edit, 9)).toBe(clip);
  });

  it('keeps the time of what is so already, and forgets the time of what ends', () => {
    const read = { ...clip, readAt: 3, trashedAt: 4, starred: true };
    expect(editedClip(read, { read: true, trashed: true, starred: true }, 9)).toBe(read);
    expect(editedClip(read, { read: false, trashed: false }, 9)).toMatchObject({
      readAt: null,
      trashedAt: null,
    });
  });
});

describe('undo', () => {
  const before = makeClip({ tags: ['a'], starred: false, readAt: null, trashedAt: null });
  const after = { ...before, tags: ['a', 'b'], starred: true, readAt: 5, trashedAt: 6 };
  const change = { before: marksOf(before), after: marksOf(after) };

  it('takes each mark back where it still is as the edit left it', () => {
    expect(undoneClip(after, change)).toEqual(before);
    expect(undoneClip({ ...after, starred: false }, change)).toEqual({ ...before, starred: false });
    expect(undoneClip({ ...after, readAt: 7 }, change)).toEqual({ ...before, readAt: 7 });
    expect(undoneClip({ ...after, trashedAt: 8 }, change)).toEqual({ ...before, trashedAt: 8 });
    expect(undoneClip({ ...after, tags: ['b', 'later'] }, change)).toEqual({ ...before, tags: ['later'] });
  });

  it('that finds nothing of the edit leaves the clip as it is', () => {
    const later = { ...after, tags: ['x'], starred: false, readAt: 1, trashedAt: 2 };
    expect(undoneClip(later, change)).toBe(later);
  });

  it('knows a row of a tag by its name, use and colour', () => {
    const row = { key: 'a', label: 'A', usedAt: 1, color: null };
    expect(isSameRow(row, { ...row })).toBe(true);
    expect(isSameRow(null, null)).toBe(true);
    expect(isSameRow(row, null)).toBe(false);
    expect(isSameRow(null, row)).toBe(false);
    for (const other of [{ label: 'a' }, { usedAt: 2 }, { color: 'blue' }])
      expect(isSameRow(row, { ...row, ...other })).toBe(false);
  });
});

describe('the count of days in the trash', () => {
  const trash = [{ id: 'a', trashedAt: 100 }];
  const stay = (days: number) => new Map([['a', { trashedAt: 100, days }]]);

  it('is due once a day, at first, and after the clock went back', () => {
    expect(isTrashDay({ countedAt: null }, 0)).toBe(true);
    expect(isTrashDay({ countedAt: 100 }, 100)).toBe(false);
    expect(isTrashDay({ countedAt: 100 }, 99)).toBe(true);
    expect(isTrashDay({ countedAt: 100 }, 99 + day)).toBe(false);
    expect(isTrashDay({ countedAt: 100 }, 100 + day)).toBe(true);
  });

  it('begins at nothing, goes on by one however long it was, and not where the clock went back', () => {
    const first = countTrashDay({ countedAt: null, stays: stay(7) }, trash, 500).days;
    expect(first.stays.get('a')?.days).toBe(7);
    const known = { countedAt: 500, stays: stay(7) };
    expect(countTrashDay(known, trash, 500 + 90 * day).days.stays.get('a')?.days).toBe(8);
    const back = countTrashDay(known, trash, 400);
    expect(back.days).toEqual({ countedAt: 400, stays: stay(7) });
    expect(countTrashDay(known, trash, 501)).toEqual({ days: known, due: [] });
  });

  it('is that of this stay, not of an earlier one, and forgets who left', () => {
    const known = {
      countedAt: 500,
      stays: new Map([
        ['a', { trashedAt: 1, days: 29 }],
        ['b', { trashedAt: 1, days: 3 }],
      ]),
    };
    const { days } = countTrashDay(known, [...trash, { id: 'c', trashedAt: null }], 500 + day);
    expect(days.stays).toEqual(stay(0));
  });

  it('is over after thirty days by the count and by the clock', () => {
    const at = (days: number, now: number) =>
      countTrashDay({ countedAt: now - day, stays: stay(days - 1) }, trash, now).due;
    expect(at(30, 100 + 30 * day)).toEqual(['a']);
    expect(at(29, 100 + 300 * day)).toEqual([]);
    expect(at(30, 99 + 30 * day)).toEqual([]);
  });

  it('is kept as plain data, and what is none counts nothing', () => {
    const days = { countedAt: 500, stays: stay(7) };
    expect(parseTrashDays(JSON.parse(JSON.stringify(keptTrashDays(days))))).toEqual(days);
    const none = { countedAt: null, stays: new Map() };
    for (const value of [
      null,
      7,
      {},
      { countedAt: 5 },
      { stays: [] },
      { countedAt: 'x', stays: [] },
      { countedAt: 5, stays: {} },
    ])
      expect(parseTrashDays(value)).toEqual(none);
    const odd = [null, 'a', [7, 1, 1], ['a', 'x', 1], ['a', 1, Number.NaN]];
    expect(parseTrashDays({ countedAt: 5, stays: odd })).toEqual({ countedAt: 5, stays: new Map() });
  });
});

test('that the library is gone is noted once, where it had clips', () => {
  const none = { hadClips: false, lostAt: null };
  expect(lossMarkerOf(none, false, 9)).toBe(none);
  const had = lossMarkerOf(none, true, 9);
  expect(had).toEqual({ hadClips: true, lostAt: null });
  expect(lossMarkerOf(had, true, 9)).toBe(had);
  const lost = lossMarkerOf(had, false, 9);
  expect(lost).toEqual({ hadClips: true, lostAt: 9 });
  expect(lossMarkerOf(lost, false, 10)).toBe(lost);
});

test('what was kept of it is read, and anything else says nothing', () => {
  expect(parseLossMarker({ hadClips: true, lostAt: 5 })).toEqual({ hadClips: true, lostAt: 5 });
  for (const value of [null, undefined, 'x', 7, {}, { hadClips: 'yes', lostAt: 'x' }])
    expect(parseLossMarker(value)).toEqual({ hadClips: false, lostAt: null });
});

describe('sorted clips', () => {
  const clips = [
    makeClip({ id: 'a', title: 'Part 10', savedAt: 3, words: 5, publishedAt: '2024-01-02' }),
    makeClip({ id: 'b', title: 'part 2', savedAt: 1, words: 9, publishedAt: null }),
    makeClip({ id: 'c', title: 'Zoo', savedAt: 2, words: 1, publishedAt: '2024-03-01' }),
  ];

  it.each([
    ['newest', 'a c b'],
    ['oldest', 'b c a'],
    ['published', 'c a b'],
    ['longest', 'b a c'],
    ['shortest', 'c a b'],
    ['title', 'b a c'],
  ] as const)('by %s', (sort, order) => {
    expect(
      sortClips(clips, sort, 'en')
        .map(({ id }) => id)
        .join(' '),
    ).toBe(order);
    expect(
      sortClips(clips.toReversed(), sort, 'en')
        .map(({ id }) => id)
        .join(' '),
    ).toBe(order);
  });

  it('that are alike: the latest first, then by id', () => {
    const same = ['z', 'x', 'y'].map((id) =>
      makeClip({ id, title: 'T', savedAt: id === 'y' ? 9 : 1, words: 1, publishedAt: '2024' }),
    );
    for (const sort of ['title', 'longest', 'shortest', 'published', 'newest'] as const)
      expect(sortClips(same, sort, 'en').map(({ id }) => id)).toEqual(['y', 'x', 'z']);
  });

  it('are asked for by a known name', () => {
    expect(clipSorts.every((sort) => isClipSort(sort))).toBe(true);
    expect([isClipSort('relevance'), isClipSort(null), isClipSort('')]).toEqual([false, false, false]);
  });
});
