import { type ReadonlySignal, signal } from '@preact/signals';
import { type LibraryRoute, routeOf, searchOf } from '../../library-route/library-route.ts';

export interface Address {
  readonly place: ReadonlySignal<LibraryRoute>;
  /** A step that Back returns from. */
  readonly go: (change: Partial<LibraryRoute>) => void;
  /** Typing: one step for all of it. */
  readonly type: (query: string) => void;
}

export function createAddress(): Address {
  const place = signal(routeOf(location.search));
  addEventListener('popstate', () => {
    place.value = routeOf(location.search);
  });
  const show = (next: LibraryRoute, step: boolean, typing: boolean) => {
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
