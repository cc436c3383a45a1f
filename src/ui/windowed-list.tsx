import type { ComponentChildren, JSX } from 'preact';
import { useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import { afterPaint } from './after-paint.ts';

export interface WindowedListProps {
  readonly label: string;
  readonly count: number;
  /** Class of the list; its rows are as high as the style sheet's `--row` for it. */
  readonly kind: string;
  /** The row that the keyboard stands on, -1 for none: always in the document, so that it keeps the focus. */
  readonly active: number;
  /** Changes when the active row should be scrolled to and focused. */
  readonly focusTurn: number;
  /** The same function for as long as the rows are the same. */
  readonly row: (index: number) => { readonly key: string; readonly content: ComponentChildren };
}

/** Rows drawn beyond each edge of the window. */
const spare = 10;

/**
 * A list as long as it likes, of which only the rows in sight are in the document. All rows have one height; the window
 * scrolls. Each item says its place and the whole, so that a screen reader counts them all.
 */
export function WindowedList({ label, count, kind, active, focusTurn, row }: WindowedListProps) {
  const list = useRef<HTMLUListElement>(null);
  const probe = useRef<HTMLLIElement>(null);
  const height = useRowHeight(probe, kind);
  const [from, to] = useRowsInSight(list, height, count);
  useFocusedRow(list, { active, focusTurn, height });
  const indexes = Array.from({ length: Math.max(0, to - from) }, (_, place) => from + place);
  if (active >= 0 && active < count && (active < from || active >= to)) indexes.push(active);
  // oxlint-disable-next-line react-hooks/exhaustive-deps -- what the items are made of: other rows, other items
  const items = useMemo(() => new Map<number, JSX.Element>(), [row, height, count]);
  /** Preact passes over what is the same object: scrolling draws new rows and leaves the others. */
  const itemAt = (index: number) => {
    const made = items.get(index) ?? itemOf(row(index), { index, count, height });
    items.set(index, made);
    return made;
  };
  return (
    <ul ref={list} class={`windowed ${kind}`} aria-label={label} style={{ height: `${count * height}px` }}>
      <li ref={probe} class="windowed-probe" aria-hidden="true" />
      {indexes.map(itemAt)}
    </ul>
  );
}

function itemOf(
  { key, content }: ReturnType<WindowedListProps['row']>,
  { index, count, height }: { index: number; count: number; height: number },
): JSX.Element {
  return (
    <li
      key={key}
      class="windowed-row"
      data-index={index}
      aria-setsize={count}
      aria-posinset={index + 1}
      style={{ transform: `translateY(${index * height}px)` }}
    >
      {content}
    </li>
  );
}

function useRowHeight(probe: { readonly current: HTMLElement | null }, kind: string): number {
  const [height, setHeight] = useState(72);
  useLayoutEffect(() => {
    const element = probe.current;
    if (element === null) return undefined;
    const measure = () => setHeight(element.offsetHeight || 72);
    measure();
    // The height is in rem and differs by width: text size and window decide it.
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => observer.disconnect();
  }, [kind, probe]);
  return height;
}

function useRowsInSight(
  list: { readonly current: HTMLElement | null },
  height: number,
  count: number,
): readonly [from: number, to: number] {
  const [range, setRange] = useState<readonly [number, number]>([0, 0]);
  // The rows in sight are painted first, those around them after.
  const painted = useRef(false);
  useLayoutEffect(() => {
    const look = () => {
      const around = painted.current ? spare : 0;
      // At the top of the page nothing has to be measured, which would lay it out before its first paint.
      const top = scrollY === 0 ? 0 : (list.current?.getBoundingClientRect().top ?? 0);
      const first = Math.floor(Math.max(0, -top) / height);
      const rows = Math.ceil(innerHeight / height);
      // In steps of half the spare rows: scrolling a row at a time draws nothing.
      const step = spare / 2;
      const from = Math.max(0, Math.floor((first - around) / step) * step);
      const to = Math.max(from + rows + 3 * around, first + rows + 1);
      setRange((now) => (now[0] === from && now[1] === to ? now : [from, to]));
    };
    const lookAround = () => {
      painted.current = true;
      look();
    };
    look();
    let isGone = false;
    if (count > 0 && !painted.current) void afterPaint().then(() => isGone || lookAround());
    addEventListener('scroll', lookAround, { passive: true });
    addEventListener('resize', look);
    return () => {
      isGone = true;
      removeEventListener('scroll', lookAround);
      removeEventListener('resize', look);
    };
  }, [height, count, list]);
  return [Math.min(range[0], count), Math.min(range[1], count)];
}

function useFocusedRow(
  list: { readonly current: HTMLElement | null },
  { active, focusTurn, height }: { active: number; focusTurn: number; height: number },
): void {
  useLayoutEffect(() => {
    const element = list.current;
    if (element === null || active < 0 || focusTurn === 0) return;
    const row = element.querySelector(`:scope > [data-index="${active}"]`);
    const target = row?.querySelector<HTMLElement>('a, button');
    target?.focus({ preventScroll: true });
    const top = element.getBoundingClientRect().top + active * height;
    // What is stuck to the window's top covers rows; the root's scroll padding says how much.
    const covered = Number.parseFloat(getComputedStyle(document.documentElement).scrollPaddingTop) || 0;
    if (top < covered) scrollBy({ top: top - covered });
    else if (top + height > innerHeight) scrollBy({ top: top + height - innerHeight });
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- a turn is what moves the focus; a changed list is not
  }, [focusTurn]);
}
