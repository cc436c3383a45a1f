import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { countTrashDay, keptTrashDays, parseTrashDays } from '../../../src/core/library/trash-days.ts';

const day = 86_400_000;
const start = Date.UTC(2026, 0, 1);
const nothing = parseTrashDays(undefined);

/** Looks at a trash of one clip at these times; when it was due, if ever. */
function firstDue(times: readonly number[], trashedAt = start): number | null {
  let days = nothing;
  for (const now of times) {
    // As it is kept between two workers.
    days = parseTrashDays(JSON.parse(JSON.stringify(keptTrashDays(days))));
    const look = countTrashDay(days, [{ id: 'a', trashedAt }], now);
    if (look.due.length > 0) return now;
    days = look.days;
  }
  return null;
}

const hours = (count: number) => Array.from({ length: count }, (_, hour) => start + (hour * day) / 24);

describe('the trash', () => {
  it('keeps a clip for thirty days and not for ever', () => {
    expect(firstDue(hours(24 * 30))).toBeNull();
    expect(firstDue(hours(24 * 31))).toBe(start + 30 * day);
  });

  it('is not emptied by a clock that is wrong for a moment', () => {
    for (const years of [0.1, 1, 50, -50])
      expect(firstDue([...hours(5), start + years * 365 * day, ...hours(24 * 10)])).toBeNull();
  });

  it('is not emptied by any clock within twenty-nine looks', () => {
    const times = fc.array(fc.integer({ min: 0, max: 4e12 }), { maxLength: 29 });
    fc.assert(
      fc.property(times, fc.integer({ min: 0, max: 4e12 }), (looks, trashedAt) => {
        expect(firstDue(looks, trashedAt)).toBeNull();
      }),
    );
  });

  it('counts anew for a clip that was taken out and came back', () => {
    let days = nothing;
    for (const now of hours(24 * 29)) ({ days } = countTrashDay(days, [{ id: 'a', trashedAt: start }], now));
    const back = { id: 'a', trashedAt: start + 29 * day };
    expect(countTrashDay(days, [back], start + 31 * day).due).toEqual([]);
    expect(countTrashDay(days, [{ id: 'a', trashedAt: null }], start + 31 * day).days.stays.size).toBe(0);
  });

  it('reads nothing out of what it did not write', () => {
    for (const value of [
      null,
      3,
      [],
      { countedAt: 'x' },
      { countedAt: 1, stays: [1, ['a'], ['b', 1e300, 2]] },
    ])
      expect(parseTrashDays(value).stays.size).toBe(0);
  });
});
