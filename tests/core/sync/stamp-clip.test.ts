import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { clipText } from '../../../src/core/sync/join-clips.ts';
import { plainClip } from '../../../src/core/sync/plain-clip.ts';
import { nextStamp } from '../../../src/core/sync/stamp.ts';
import { stampClip } from '../../../src/core/sync/stamp-clip.ts';
import { type Meeting, SharedDevice } from '../../factories/shared-device.ts';
import { anyEdit, applySharedEdit } from '../../factories/shared-edits.ts';

const noon = Date.UTC(2026, 0, 1, 12);
const year = 365 * 24 * 3_600_000;

describe('stamps', () => {
  it('rise with each change, whatever the clock says', () => {
    expect(nextStamp(5, { at: 9, by: 'b' }, 'a')).toEqual({ at: 10, by: 'a' });
    expect(nextStamp(50, { at: 9, by: 'b' }, 'a')).toEqual({ at: 50, by: 'a' });
  });

  it('let who has seen the other device win, though its clock is a year behind', () => {
    const meeting: Meeting = { library: new Map() };
    const [fast, right] = [new SharedDevice('fast0001', year), new SharedDevice('right001', 0)];
    applySharedEdit(fast.clips, { kind: 'clip', page: 'p', text: 'a' }, 'fast0001', noon);
    applySharedEdit(fast.clips, { kind: 'title', page: 'p', text: 'wrong' }, 'fast0001', noon);
    applySharedEdit(fast.clips, { kind: 'tag', page: 'p', text: 'go' }, 'fast0001', noon);
    fast.sync(meeting, noon);
    right.sync(meeting, noon + 1);
    applySharedEdit(right.clips, { kind: 'title', page: 'p', text: 'right' }, 'right001', noon + 2);
    applySharedEdit(right.clips, { kind: 'untag', page: 'p', text: 'go' }, 'right001', noon + 2);
    right.sync(meeting, noon + 3);
    fast.sync(meeting, noon + 4);
    const [clip] = fast.clips.values();
    expect(clip?.clip).toMatchObject({ title: 'right', tags: [] });
  });

  it('stay as they are where nothing changed', () => {
    fc.assert(
      fc.property(fc.array(anyEdit, { maxLength: 12 }), (edits) => {
        const device = new SharedDevice('aaaa0001', 0);
        applySharedEdit(device.clips, { kind: 'clip', page: 'p', text: 'a' }, device.name, noon);
        for (const [step, edit] of edits.entries()) {
          applySharedEdit(device.clips, edit, device.name, noon + step);
          if (step % 3 === 0) device.take(device.shared(noon + step));
        }
        for (const shared of device.shared(noon + 99).values()) {
          const context = { device: 'bbbb0002', changedAt: () => noon + 200 };
          expect(clipText(stampClip(plainClip(shared), shared, context))).toBe(clipText(shared));
        }
      }),
    );
  });

  it('give only the changed field a new time', () => {
    const device = new SharedDevice('aaaa0001', 0);
    applySharedEdit(device.clips, { kind: 'clip', page: 'p', text: 'a' }, device.name, noon);
    device.take(device.shared(noon));
    applySharedEdit(device.clips, { kind: 'star', page: 'p' }, device.name, noon + 5);
    const [before] = device.base.values();
    const [after] = device.shared(noon + 5).values();
    expect(after?.starred).toEqual({ value: true, at: noon + 5, by: 'aaaa0001' });
    expect({ ...after, starred: before?.starred }).toEqual(before);
  });
});
