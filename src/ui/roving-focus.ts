import { useLayoutEffect } from 'preact/hooks';

/** The keys that go along: down a column, or along a row in the direction in which the page is read. */
type Axis = 'column' | 'row';

/**
 * One tab stop for a column or a row of controls: the arrow keys, Home and End go along them (ARIA Authoring Practices,
 * "roving tabindex"). Whatever is drawn into it later is taken in; the items of an open menu have keys of their own.
 */
export function useRovingFocus(box: { readonly current: HTMLElement | null }, axis: Axis = 'column'): void {
  useLayoutEffect(() => {
    const root = box.current;
    if (root === null) return undefined;
    const stops = () => [...root.querySelectorAll<HTMLElement>('button:not([role]), a[href], select')];
    const settle = (chosen?: HTMLElement) => {
      const all = stops();
      const current =
        chosen ?? all.find((each) => each === document.activeElement) ?? all.find(isStop) ?? all[0];
      for (const each of all) each.tabIndex = each === current ? 0 : -1;
    };
    const onFocus = ({ target }: FocusEvent) => {
      if (target instanceof HTMLElement && stops().includes(target)) settle(target);
    };
    const onKey = (event: KeyboardEvent) => {
      // In a narrow window some are not shown.
      const all = stops().filter((each) => each.checkVisibility());
      const at = all.findIndex((each) => each === document.activeElement);
      const to = at < 0 ? null : targetOf(event.key, at, keysAlong(root, axis));
      if (to === null) return;
      event.preventDefault();
      event.stopPropagation();
      all.at(to === all.length ? 0 : to)?.focus();
    };
    settle();
    const observer = new MutationObserver(() => settle());
    observer.observe(root, { childList: true, subtree: true });
    root.addEventListener('focusin', onFocus);
    root.addEventListener('keydown', onKey);
    return () => {
      observer.disconnect();
      root.removeEventListener('focusin', onFocus);
      root.removeEventListener('keydown', onKey);
    };
  }, [box, axis]);
}

interface Along {
  readonly next: string;
  readonly previous: string;
}

function keysAlong(root: HTMLElement, axis: Axis): Along {
  if (axis === 'column') return { next: 'ArrowDown', previous: 'ArrowUp' };
  return getComputedStyle(root).direction === 'rtl'
    ? { next: 'ArrowLeft', previous: 'ArrowRight' }
    : { next: 'ArrowRight', previous: 'ArrowLeft' };
}

/** Where the key leads from `at`; -1 is the last, the number of all the first again, null nowhere. */
function targetOf(key: string, at: number, { next, previous }: Along): number | null {
  if (key === next) return at + 1;
  if (key === previous) return at - 1;
  if (key === 'Home') return 0;
  return key === 'End' ? -1 : null;
}

function isStop(element: HTMLElement): boolean {
  return element.tabIndex === 0 && element.hasAttribute('tabindex');
}
