import { type ReadonlySignal, effect, signal } from '@preact/signals';
import type { ClipId } from '../../../core/clip/clip.ts';
import { type Neighbours, noNeighbours } from './no-neighbours.ts';
import type { Reader } from './reader.ts';

/** The neighbours, once the article is shown: nobody needs them before. */
export function watchNeighbours(
  reader: Reader,
  clipId: ClipId,
  list: string,
  options: { readonly now: number; readonly uiLanguage: string },
): ReadonlySignal<Neighbours> {
  const neighbours = signal(noNeighbours(list));
  let asked = false;
  effect(() => {
    const view = reader.view.value;
    if (view.kind !== 'shown' || asked) return;
    asked = true;
    view.neighbours(list, clipId, options).then(
      (found) => (neighbours.value = found),
      // Without neighbours the way back to the list is still there.
      () => undefined,
    );
  });
  return neighbours;
}
