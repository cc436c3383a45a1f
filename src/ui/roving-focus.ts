import { useLayoutEffect } from 'preact/hooks';

/**
 * One tab stop for a column of buttons: the arrow keys, Home and End go along them (ARIA Authoring Practices, "roving
 * tabindex"). Whatever is drawn into the column later is taken in.
 */
export function useRovingFocus(column: { readonly current: HTMLElement | null }): void {
  useLayoutEffect(() => {
    const root = column.current;
    if (root === null) return undefined;
    const stops = () => [...root.querySelectorAll<HTMLElement>('button, a[href]')];
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
      const all = stops();
      const at = all.findIndex((each) => each === document.activeElement);
      const targets: Record<string, number> = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: -1 };
      const target = targets[event.key];
      if (at < 0 || target === undefined) return;
      event.preventDefault();
      event.stopPropagation();
      all.at(event.key === 'ArrowDown' ? target % all.length : target)?.focus();
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
  }, [column]);
}

function isStop(element: HTMLElement): boolean {
  return element.tabIndex === 0 && element.hasAttribute('tabindex');
}
