import { type ReadonlySignal, signal } from '@preact/signals';
import { type Place, placeOf, searchOf } from '../../shelf/place.ts';

export interface Address {
  readonly place: ReadonlySignal<Place>;
  /** A step that Back returns from. */
  readonly go: (change: Partial<Place>) => void;
  /** Typing: one step for all of it. */
  readonly type: (query: string) => void;
}

export function createAddress(): Address {
  const place = signal(placeOf(location.search));
  addEventListener('popstate', () => {
    place.value = placeOf(location.search);
  });
  const show = (next: Place, step: boolean, typing: boolean) => {
    place.value = next;
    const address = `${location.pathname}${searchOf(next)}`;
    if (step) history.pushState({ typing }, '', address);
    else history.replaceState({ typing }, '', address);
  };
  return {
    place,
    go: (change) => show({ ...place.peek(), ...change }, true, false),
    type(query) {
      const state: unknown = history.state;
      const typing =
        typeof state === 'object' && state !== null && 'typing' in state && state.typing === true;
      show({ ...place.peek(), query }, !typing, true);
    },
  };
}
