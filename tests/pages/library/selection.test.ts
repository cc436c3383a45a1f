import { signal } from '@preact/signals';
import { expect, test } from 'vitest';
import type { Clip } from '../../../src/core/clip/clip.ts';
import { createSelection } from '../../../src/pages/library/state/selection.ts';
import { makeClip } from '../../factories/clip.ts';

const first = makeClip({ id: 'a' });
const second = makeClip({ id: 'b' });
const third = makeClip({ id: 'c' });

test('what left the list is ticked no more, not in the next list either', () => {
  const clips = signal<readonly Clip[]>([first, second, third]);
  const selection = createSelection(clips);
  selection.all();
  clips.value = [third];
  expect([...selection.ids.value]).toEqual(['c']);
  // The trash, say, where they are now.
  clips.value = [first, second];
  expect([...selection.ids.value]).toEqual([]);
  selection.activate(0);
  expect(selection.target.value).toEqual(['a']);
  clips.value = [first, second, third];
  expect([...selection.ids.value]).toEqual([]);
});
