import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { clipText } from '../../../src/core/sync/join-clips.ts';
import { libraryAfter, mergeLibraries } from '../../../src/core/sync/merge-libraries.ts';
import { type SharedClip, type SharedLibrary, livingFields } from '../../../src/core/sync/shared-clip.ts';
import { noteText } from '../../../src/core/sync/shared-note.ts';
import { type Meeting, SharedDevice } from '../../factories/shared-device.ts';
import { anyEdit, applySharedEdit } from '../../factories/shared-edits.ts';

const year = 365 * 24 * 3_600_000;
const noon = Date.UTC(2026, 0, 1, 12);
/** One clock is a year fast, one an hour slow. */
const clocks = [0, year, -3_600_000] as const;
const names = ['aaaa0001', 'bbbb0002', 'cccc0003'] as const;

const edits = fc.array(anyEdit, { maxLength: 6 });

function textOf(library: SharedLibrary): string[] {
  return [...library.values()].map(clipText).toSorted();
}

function merge(base: SharedLibrary, ours: SharedLibrary, theirs: SharedLibrary): SharedLibrary {
  return libraryAfter(mergeLibraries(base, ours, theirs));
}

/** Three devices with one history, and what each of them did after it. */
function devicesWith(history: readonly { by: number; edit: Parameters<typeof applySharedEdit>[1] }[]) {
  const meeting: Meeting = { library: new Map() };
  const devices = names.map((name, index) => new SharedDevice(name, clocks[index] ?? 0));
  let now = noon;
  for (const { by, edit } of history) {
    const device = devices[by];
    if (device === undefined) continue;
    now += 60_000;
    applySharedEdit(device.clips, edit, device.name, now);
    device.sync(meeting, now);
  }
  for (const device of devices) device.sync(meeting, now);
  return { meeting, devices, now };
}

const anyHistory = fc.array(fc.record({ by: fc.integer({ min: 0, max: 2 }), edit: anyEdit }), {
  maxLength: 8,
});
const threeSides = fc.tuple(anyHistory, fc.tuple(edits, edits, edits));

/** The base that three devices share, and the three libraries after their edits. */
function sidesOf([history, perDevice]: Parameters<Parameters<typeof threeSides.map>[0]>[0]) {
  const { meeting, devices, now } = devicesWith(history);
  const sides = devices.map((device, index) => {
    for (const [step, edit] of (perDevice[index] ?? []).entries())
      applySharedEdit(device.clips, edit, device.name, now + step + 1 + index);
    return device.shared(now + 1_000);
  });
  const [a = new Map(), b = new Map(), c = new Map()] = sides;
  return { base: meeting.library, a, b, c };
}

describe('the merge of libraries', () => {
  it('does not depend on which side is ours', () => {
    fc.assert(
      fc.property(threeSides, (made) => {
        const { base, a, b } = sidesOf(made);
        expect(textOf(merge(base, a, b))).toEqual(textOf(merge(base, b, a)));
      }),
      { numRuns: 1_000 },
    );
  });

  it('does not depend on the order in which three devices meet', () => {
    fc.assert(
      fc.property(threeSides, (made) => {
        const { base, a, b, c } = sidesOf(made);
        const expected = textOf(merge(base, merge(base, a, b), c));
        expect(textOf(merge(base, a, merge(base, b, c)))).toEqual(expected);
        expect(textOf(merge(base, merge(base, a, c), b))).toEqual(expected);
        expect(textOf(merge(base, c, merge(base, b, a)))).toEqual(expected);
      }),
      { numRuns: 1_500 },
    );
  });

  it('changes nothing when it is done again', () => {
    fc.assert(
      fc.property(threeSides, (made) => {
        const { base, a, b } = sidesOf(made);
        const merged = merge(base, a, b);
        expect(textOf(merge(base, a, a))).toEqual(textOf(a));
        expect(textOf(merge(base, merged, b))).toEqual(textOf(merged));
        expect(textOf(merge(merged, merged, merged))).toEqual(textOf(merged));
      }),
      { numRuns: 1_000 },
    );
  });
});

const anyStep = fc.oneof(
  { weight: 3, arbitrary: fc.record({ by: fc.integer({ min: 0, max: 2 }), edit: anyEdit }) },
  { weight: 1, arbitrary: fc.record({ by: fc.integer({ min: 0, max: 2 }), edit: fc.constant(null) }) },
);

describe('three devices that sync now and then, with clocks that are wrong', () => {
  it('have equal libraries once all have met', () => {
    fc.assert(
      fc.property(fc.array(anyStep, { maxLength: 40 }), fc.constantFrom(...orders()), (steps, order) => {
        const { devices, meeting, now } = play(steps);
        for (const index of [...order, ...order]) devices[index]?.sync(meeting, now + 1);
        const [first, ...others] = devices.map((device) => textOf(device.shared(now + 2)));
        for (const other of others) expect(other).toEqual(first);
        expect(textOf(meeting.library)).toEqual(first);
      }),
      { numRuns: 1_500 },
    );
  });

  it('have the same libraries in whichever order they come to meet', () => {
    fc.assert(
      fc.property(threeSides, ([history, perDevice]) => {
        const ends = orders().map((order) => {
          const { meeting, devices, now } = devicesWith(history);
          for (const [index, device] of devices.entries())
            for (const [step, edit] of (perDevice[index] ?? []).entries())
              applySharedEdit(device.clips, edit, device.name, now + step + 1 + index);
          for (const index of [...order, ...order]) devices[index]?.sync(meeting, now + 1_000);
          return textOf(meeting.library);
        });
        for (const end of ends) expect(end).toEqual(ends[0]);
      }),
      { numRuns: 300 },
    );
  });

  it('lose no text and no line of a note that nobody took away', () => {
    fc.assert(
      fc.property(fc.array(anyStep, { maxLength: 40 }), (steps) => {
        const kept = steps.filter(({ edit }) => !['delete', 'unline'].includes(edit?.kind ?? ''));
        const { devices, meeting, now, written } = play(kept);
        for (const device of [...devices, ...devices]) device.sync(meeting, now + 1);
        const clips = [...meeting.library.values()];
        const texts = clips.flatMap((clip) => [clip.text.value.hash, ...versionsOf(clip)]);
        const lines = clips.flatMap((clip) => noteText(clip.note).split('\n'));
        expect(texts).toEqual(expect.arrayContaining(written.texts));
        expect(lines).toEqual(expect.arrayContaining(written.lines));
      }),
      { numRuns: 1_000 },
    );
  });

  it('lose no highlight that nobody took off', () => {
    fc.assert(
      fc.property(fc.array(anyStep, { maxLength: 40 }), (steps) => {
        const kept = steps.filter(({ edit }) => !['delete', 'unmark'].includes(edit?.kind ?? ''));
        const { devices, meeting, now, written } = play(kept);
        for (const device of [...devices, ...devices]) device.sync(meeting, now + 1);
        const marks = [...meeting.library.values()].flatMap(({ highlights }) =>
          [...highlights].flatMap(([id, highlight]) => (livingFields(highlight) === null ? [] : [id])),
        );
        expect(marks).toEqual(expect.arrayContaining(written.marks));
        for (const device of devices) expect(textOf(device.shared(now + 2))).toEqual(textOf(meeting.library));
      }),
      { numRuns: 500 },
    );
  });
});

function versionsOf({ versions }: SharedClip): string[] {
  return [...versions].flatMap(([hash, { value }]) => (value === null ? [] : [hash]));
}

function orders(): number[][] {
  return [
    [0, 1, 2],
    [0, 2, 1],
    [1, 0, 2],
    [1, 2, 0],
    [2, 0, 1],
    [2, 1, 0],
  ];
}

function play(steps: readonly { by: number; edit: Parameters<typeof applySharedEdit>[1] | null }[]) {
  const meeting: Meeting = { library: new Map() };
  const devices = names.map((name, index) => new SharedDevice(name, clocks[index] ?? 0));
  const written = { texts: [] as string[], lines: [] as string[], marks: [] as string[] };
  let now = noon;
  for (const { by, edit } of steps) {
    const device = devices[by];
    if (device === undefined) continue;
    now += 60_000;
    if (edit === null) {
      device.sync(meeting, now);
      continue;
    }
    applySharedEdit(device.clips, edit, device.name, now);
    const there = [...device.clips.values()].find(({ clip }) => clip.urlKey === edit.page);
    if (edit.kind === 'clip') written.texts.push(`${edit.text}-${device.name}-${now}`);
    if (edit.kind === 'mark' && there !== undefined) written.marks.push(`${edit.text}-mark`);
    if (edit.kind === 'line' && there !== undefined) written.lines.push(`${edit.text} ${device.name} ${now}`);
  }
  return { meeting, devices, now, written };
}
