import type { TextBlock } from '../../../core/clip/article.ts';
import { type Highlight as Row, highlightColors } from '../../../core/highlight/highlight.ts';
import { createBlockReader, rangesOf } from './marked-range.ts';

/** What is painted, without a change of the article's elements: style/highlights.css says how each name looks. */
export interface HighlightPainter {
  /** Paints these, in place of those before; `active` is the id of the one that stands out. */
  readonly paint: (rows: readonly Row[], active: string | null) => void;
  /** The insides of these elements were made anew: the ranges in them are made again. */
  readonly dressed: (elements: readonly Element[]) => void;
  /** Those that show a place of the page, the shortest first. */
  readonly at: (node: Node, offset: number) => readonly Row[];
  /** Where one stands in the page: its first range, or its picture; null where the page shows neither. */
  readonly placeOf: (row: Row) => Range | Element | null;
  readonly stop: () => void;
}

const names = [
  ...highlightColors.flatMap((color) => [`clip-${color}`, `clip-${color}-moved`]),
  'clip-active',
] as const;

/** Paints highlights of the article that `root` shows by the CSS Custom Highlight API. */
export function createPainter(root: Element, blocks: readonly TextBlock[]): HighlightPainter {
  const reader = createBlockReader(root);
  const layers = new Map(names.map((name) => [name, new Highlight()]));
  for (const [name, layer] of layers) CSS.highlights.set(name, layer);
  const ranges = new Map<string, readonly Range[]>();
  let shown: readonly Row[] = [];
  let chosen: string | null = null;

  const show = (row: Row) => {
    const { place, anchor, state, color, id } = row;
    const made = place === null || anchor.picture !== undefined ? [] : rangesOf(reader, blocks, place);
    ranges.set(id, made);
    const layer = layers.get(state === 'moved' ? `clip-${color}-moved` : `clip-${color}`);
    for (const range of made) layer?.add(range);
    if (id === chosen) for (const range of made) layers.get('clip-active')?.add(range);
  };
  const markPieces = () => {
    for (const element of root.querySelectorAll('[data-highlight]'))
      element.removeAttribute('data-highlight');
    for (const { id, anchor, color } of shown) {
      const pieces =
        anchor.picture === undefined
          ? (ranges.get(id) ?? []).flatMap(formulasIn)
          : picturesOf(root, anchor.picture);
      for (const piece of pieces) piece.setAttribute('data-highlight', color);
    }
  };
  return {
    paint(rows, active) {
      for (const layer of layers.values()) layer.clear();
      ranges.clear();
      [shown, chosen] = [rows, active];
      for (const row of rows) show(row);
      markPieces();
    },
    dressed(elements) {
      const anew = new Set(elements.map(blockOf).filter((block) => block !== null));
      for (const block of anew) reader.forget(block);
      const touched = shown.filter(({ place }) => place !== null && touches(place, anew));
      for (const row of touched) {
        for (const range of ranges.get(row.id) ?? [])
          for (const layer of layers.values()) layer.delete(range);
        show(row);
      }
      if (elements.some((element) => element.matches('[data-math]'))) markPieces();
    },
    at: (node, offset) =>
      shown
        .filter(({ id }) => (ranges.get(id) ?? []).some((range) => range.isPointInRange(node, offset)))
        .toSorted((a, b) => a.anchor.quote.length - b.anchor.quote.length),
    placeOf: ({ id, anchor }) =>
      anchor.picture === undefined
        ? (ranges.get(id)?.[0] ?? null)
        : (picturesOf(root, anchor.picture)[0] ?? null),
    stop() {
      for (const name of names) CSS.highlights.delete(name);
    },
  };
}

function blockOf(element: Element): number | null {
  const block = element.closest('[data-block]')?.getAttribute('data-block') ?? null;
  return block === null ? null : Number(block);
}

function touches({ from, to }: NonNullable<Row['place']>, blocks: ReadonlySet<number>): boolean {
  for (let block = from.block; block <= to.block; block += 1) if (blocks.has(block)) return true;
  return false;
}

/** The drawn formulas that a range shows: they are no text, and get a mark of their own. */
function formulasIn(range: Range): readonly Element[] {
  const { commonAncestorContainer: common } = range;
  const around = common instanceof Element ? common : common.parentElement;
  const formulas = around?.closest('[data-block]')?.querySelectorAll('[data-math]') ?? [];
  const own = around?.closest('[data-math]') ?? null;
  return [...formulas, ...(own === null ? [] : [own])].filter((formula) => range.intersectsNode(formula));
}

/** Of a picture that is away: what stands in its place. */
function picturesOf(root: Element, address: string): readonly Element[] {
  return [...root.querySelectorAll('[data-picture]')].filter(
    (element) => element.getAttribute('data-picture') === address,
  );
}
