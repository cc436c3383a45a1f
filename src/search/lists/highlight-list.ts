import type { Clip } from '../../core/clip/clip.ts';
import type { Highlight } from '../../core/highlight/highlight.ts';
import { unsureStates } from '../../core/highlight/highlight-state.ts';
import type { Query } from '../query/query.ts';
import { fold } from '../text/fold.ts';

/** The highlights of one clip that a list shows. */
export interface ClipHighlights {
  readonly clip: Clip;
  /** In the order of the text; those that it does not have come last. */
  readonly highlights: readonly Highlight[];
}

export interface HighlightFilter {
  /** Any color where there is none. */
  readonly colors: ReadonlySet<string>;
  /** `moved`, `absent`; any state where there is none. */
  readonly states: ReadonlySet<string>;
  /** What must stand in the words or the note, each of them, without regard to case. */
  readonly words: readonly string[];
}

/** What a query asks of a highlight: its `color:`, whether it `is:moved` or `is:absent`, and its words. The rest (tags, sites …) is asked of the clip. */
export function highlightFilter(query: Query): HighlightFilter {
  const items = query.groups.filter((group) => !group.not).flatMap((group) => group.items);
  const values = (name: 'color' | 'is'): readonly string[] =>
    items.flatMap((item) => (item.kind === 'filter' && item.filter.name === name ? [item.filter.value] : []));
  const unsure: readonly string[] = unsureStates;
  return {
    colors: new Set(values('color')),
    states: new Set(values('is').filter((state) => unsure.includes(state))),
    words: items.flatMap((item) => (item.kind === 'filter' ? [] : [item.text])),
  };
}

/** The highlights of a clip that the filter admits, in text order. */
export function listedHighlights(
  highlights: readonly Highlight[],
  { colors, states, words }: HighlightFilter,
): readonly Highlight[] {
  const wanted = words.map(fold);
  return highlights
    .filter(({ color, state, note, tags, anchor }) => {
      if (states.size > 0 && !states.has(state)) return false;
      if (colors.size > 0 && !colors.has(color)) return false;
      const text = fold([anchor.quote, note, ...tags].join('\n'));
      return wanted.every((word) => text.includes(word));
    })
    .toSorted(byPlace);
}

function byPlace(a: Highlight, b: Highlight): number {
  const [from, other] = [a.place?.from, b.place?.from];
  const [block, otherBlock] = [
    from?.block ?? Number.MAX_SAFE_INTEGER,
    other?.block ?? Number.MAX_SAFE_INTEGER,
  ];
  return block - otherBlock || (from?.offset ?? 0) - (other?.offset ?? 0) || a.createdAt - b.createdAt;
}
