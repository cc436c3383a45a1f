import fc from 'fast-check';
import { expect, test } from 'vitest';
import { joinClips } from '../../../src/core/sync/join-clips.ts';
import type { SharedClip } from '../../../src/core/sync/shared-clip.ts';
import { wentBack } from '../../../src/core/sync/went-back.ts';
import { SharedDevice } from '../../factories/shared-device.ts';
import { anyEdit, applySharedEdit } from '../../factories/shared-edits.ts';

const noon = Date.UTC(2026, 0, 1, 12);
const anyEdits = fc.array(anyEdit, { minLength: 1, maxLength: 12 });

/** The states of each clip of one device, one after every edit. */
function historyOf(
  edits: readonly Parameters<typeof applySharedEdit>[1][],
): ReadonlyMap<string, SharedClip[]> {
  const device = new SharedDevice('aaaa0001', 0);
  const states = new Map<string, SharedClip[]>();
  const meeting = { library: new Map() };
  for (const [index, edit] of edits.entries()) {
    const now = noon + index * 60_000;
    applySharedEdit(device.clips, edit, device.name, now);
    device.sync(meeting, now);
    for (const [id, clip] of device.shared(now)) states.set(id, [...(states.get(id) ?? []), clip]);
  }
  return states;
}

test('what comes from a known state never went back, highlights and all; a merge with another state neither', () => {
  fc.assert(
    fc.property(anyEdits, (edits) => {
      for (const states of historyOf(edits).values()) {
        for (const [index, known] of states.entries())
          for (const later of states.slice(index)) expect(wentBack(later, known)).toBe(false);
        const [first, last] = [states[0], states.at(-1)];
        if (first === undefined || last === undefined) continue;
        const joined = joinClips(null, first, last);
        expect([wentBack(joined, first), wentBack(joined, last)]).toEqual([false, false]);
      }
    }),
  );
});

test('a field, a tag or a highlight from before is told', () => {
  const at = (time: number, by = 'aaaa0001') => ({ at: time, by });
  const known = {
    ...baseClip(),
    tags: new Map([['go', { value: true, ...at(2) }]]),
    highlights: new Map([
      ['h', { living: { value: true, ...at(1) }, fields: new Map([['note', { value: 'x', ...at(5) }]]) }],
    ]),
  };
  expect(wentBack(known, known)).toBe(false);
  expect(wentBack({ ...known, tags: new Map() }, known)).toBe(true);
  expect(wentBack({ ...known, highlights: new Map() }, known)).toBe(true);
  expect(wentBack({ ...known, starred: { value: true, ...at(0) } }, known)).toBe(true);
  expect(wentBack({ ...known, starred: { value: true, ...at(9) } }, known)).toBe(false);
});

function baseClip(): SharedClip {
  const stamp = { at: 1, by: 'aaaa0001' };
  const said = { value: { text: 'x', byHand: false }, ...stamp };
  return {
    id: 'a',
    aliases: [],
    urlKey: 'a',
    savedAt: 1,
    said: { title: said, author: said, publishedAt: said },
    readAt: { value: null, ...stamp },
    starred: { value: false, ...stamp },
    tags: new Map(),
    note: { heads: [{ text: '', ...stamp }], base: null },
    text: {
      value: {
        hash: 'h',
        isEmpty: false,
        chosenAt: null,
        said: { title: null, author: null, publishedAt: null },
      },
      ...stamp,
    },
    versions: new Map(),
    edits: new Map(),
    highlights: new Map(),
    images: new Map(),
  };
}
