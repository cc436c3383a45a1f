import { describe, expect, it } from 'vitest';
import { changedValues, stampValues } from '../../../src/core/sync/shared-values.ts';
import { mergeStampedMaps, type StampedMap } from '../../../src/core/sync/stamp.ts';
import type { Json } from '../../../src/core/sync/shared-clip.ts';

const none: StampedMap<Json> = new Map();
const tags = (entries: Readonly<Record<string, Json>>) => new Map(Object.entries(entries));

describe('values that the library shares', () => {
  it('of two devices are merged one by one', () => {
    const base = stampValues(tags({ go: 'red', rust: null, c: 'blue' }), none, { device: 'a', now: 1 });
    const ours = stampValues(tags({ go: 'green', c: 'blue' }), base, { device: 'a', now: 2 });
    const theirs = stampValues(tags({ go: 'red', zig: 'pink' }), base, { device: 'b', now: 3 });
    const merged = mergeStampedMaps(base, ours, theirs);
    expect(merged).toEqual(mergeStampedMaps(base, theirs, ours));
    expect(changedValues(ours, merged)).toEqual(tags({ zig: 'pink', c: null }));
    expect(changedValues(theirs, merged)).toEqual(tags({ go: 'green' }));
  });

  it('keep their stamps where nothing changed, in whatever order their fields are', () => {
    const base = stampValues(tags({ x: { a: 1, b: 2 } }), none, { device: 'a', now: 1 });
    expect(stampValues(tags({ x: { b: 2, a: 1 } }), base, { device: 'b', now: 9 })).toEqual(base);
  });
});
