import { describe, expect, it } from 'vitest';
import { mergeLibraries } from '../../../src/core/sync/merge-libraries.ts';
import type { SharedLibrary } from '../../../src/core/sync/shared-clip.ts';
import { needsConsent, syncReport } from '../../../src/core/sync/sync-report.ts';
import { SharedDevice } from '../../factories/shared-device.ts';
import { type SharedEdit, applySharedEdit } from '../../factories/shared-edits.ts';

const noon = Date.UTC(2026, 0, 1, 12);

/** A library after these edits, of a device that had `base`. */
function after(base: SharedLibrary, name: string, edits: readonly SharedEdit[]): SharedLibrary {
  const device = new SharedDevice(name, 0);
  device.take(base);
  for (const [step, edit] of edits.entries()) applySharedEdit(device.clips, edit, name, noon + step);
  return device.shared(noon + 100);
}

const clip = (page: string): SharedEdit => ({ kind: 'clip', page, text: 'a' });
const none: SharedLibrary = new Map();
const two = after(none, 'aaaa0001', [clip('p'), clip('q')]);
const report = (base: SharedLibrary, ours: SharedLibrary, theirs: SharedLibrary) =>
  syncReport(mergeLibraries(base, ours, theirs), []);

describe('the report of a merge', () => {
  it('counts what each side gets', () => {
    const ours = after(two, 'aaaa0001', [clip('r'), { kind: 'star', page: 'p' }]);
    const theirs = after(two, 'bbbb0002', [{ kind: 'delete', page: 'q' }]);
    const { here, there, doubts } = report(two, ours, theirs);
    expect(here).toEqual({ added: 0, changed: 0, removed: 1 });
    expect(there).toEqual({ added: 1, changed: 1, removed: 0 });
    expect(doubts).toEqual([]);
  });

  it('says where a clip lives that one side deleted', () => {
    const ours = after(two, 'aaaa0001', [{ kind: 'delete', page: 'p' }]);
    const theirs = after(two, 'bbbb0002', [{ kind: 'line', page: 'p', text: 'a' }]);
    expect(report(two, ours, theirs).doubts.map(({ doubt }) => doubt)).toEqual([
      { kind: 'lives', deleted: 'here' },
    ]);
  });

  it('names the fields that both sides changed, and not those of one', () => {
    const ours = after(two, 'aaaa0001', [
      { kind: 'title', page: 'p', text: 'mine' },
      { kind: 'star', page: 'p' },
    ]);
    const theirs = after(two, 'bbbb0002', [
      { kind: 'title', page: 'p', text: 'yours' },
      { kind: 'read', page: 'p' },
    ]);
    expect(report(two, ours, theirs).doubts.map(({ doubt }) => doubt)).toEqual([
      { kind: 'both-changed', fields: ['title'] },
    ]);
  });

  it('makes one clip of a page that two machines clipped, under the older id', () => {
    const ours = after(none, 'aaaa0001', [clip('p')]);
    const theirs = after(none, 'bbbb0002', [clip('q'), clip('p')]);
    const merged = mergeLibraries(none, ours, theirs);
    const one = merged.find(({ clip: each }) => each?.urlKey === 'p')?.clip;
    expect(one?.id).toBe(`p-aaaa0001-${noon}`);
    expect(one?.aliases).toEqual([`p-bbbb0002-${noon + 1}`]);
    expect(syncReport(merged, []).doubts.map(({ doubt }) => doubt.kind)).toContain('one-page');
  });
});

describe('the stop before a large change', () => {
  const changed = (count: number) => ({ added: 0, changed: count, removed: 0 });
  const nothing = changed(0);

  it('asks beyond 50 clips or a tenth, on either side', () => {
    const asks = (here: number, total: number) =>
      needsConsent(
        { here: changed(here), there: nothing, doubts: [], problems: [] },
        { here: total, there: 0 },
      );
    expect(asks(51, 100_000)).toBe(true);
    expect(asks(50, 100_000)).toBe(false);
    expect(asks(11, 100)).toBe(true);
    expect(asks(10, 100)).toBe(false);
    const there = { here: nothing, there: { ...nothing, removed: 60 }, doubts: [], problems: [] };
    expect(needsConsent(there, { here: 1_000, there: 1_000 })).toBe(true);
  });

  it('never asks about clips that are only added', () => {
    const added = {
      here: { added: 9_000, changed: 0, removed: 0 },
      there: nothing,
      doubts: [],
      problems: [],
    };
    expect(needsConsent(added, { here: 10, there: 9_000 })).toBe(false);
  });
});
