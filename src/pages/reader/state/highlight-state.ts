import { type ReadonlySignal, type Signal, computed, signal } from '@preact/signals';
import { type Highlight, type HighlightColor, highlightColors } from '../../../core/highlight/highlight.ts';
import type { MarkedPassage } from '../article/marked-range.ts';
import type { ReaderContextDependencies } from './reader-dependencies.ts';

export interface HighlightWorld extends Pick<
  ReaderContextDependencies,
  'reader' | 'send' | 'reportBug' | 'toasts' | 'translation' | 'copy'
> {
  readonly storage: Pick<Storage, 'getItem' | 'setItem'>;
  readonly say: (text: string) => void;
  readonly newId: () => string;
  /** Nothing is selected any more. */
  readonly unselect: () => void;
}

/** What is known of the highlights of the clip that is shown. */
export interface HighlightState {
  /** Those that the text has, in its order; then those that it has not, oldest first. */
  readonly present: ReadonlySignal<readonly Highlight[]>;
  readonly absent: ReadonlySignal<readonly Highlight[]>;
  /** The color that the list is narrowed to. */
  readonly only: Signal<HighlightColor | null>;
  /** The one that stands out, by its id. */
  readonly active: Signal<string | null>;
  /** What of the article is selected. */
  readonly selected: Signal<MarkedPassage | null>;
  /** The one whose note and tags are being written, by its id, and which of both first. */
  readonly writing: Signal<{ readonly id: string; readonly first: 'note' | 'tags' } | null>;
  readonly lastColor: ReadonlySignal<HighlightColor>;
  readonly useColor: (color: HighlightColor) => void;
  readonly find: (id: string | null) => Highlight | undefined;
  /** Gives the selected passage up to whoever does something with it. */
  readonly takeSelected: () => MarkedPassage | null;
}

const storedColor = 'highlight-color';

export function createHighlightState({ reader, storage, unselect }: HighlightWorld): HighlightState {
  const { highlights } = reader;
  const selected = signal<MarkedPassage | null>(null);
  const stored = storage.getItem(storedColor);
  const lastColor = signal(highlightColors.find((color) => color === stored) ?? 'yellow');
  return {
    present: computed(() => highlights.value.filter(({ place }) => place !== null).sort(inTextOrder)),
    absent: computed(() => highlights.value.filter(({ place }) => place === null)),
    only: signal(null),
    active: signal(null),
    selected,
    writing: signal(null),
    lastColor,
    useColor(color) {
      lastColor.value = color;
      storage.setItem(storedColor, color);
    },
    find: (id) => highlights.peek().find((each) => each.id === id),
    takeSelected() {
      const passage = selected.peek();
      if (passage !== null) unselect();
      selected.value = null;
      return passage;
    },
  };
}

function inTextOrder(a: Highlight, b: Highlight): number {
  const [from, other] = [a.place?.from, b.place?.from];
  return (
    (from?.block ?? 0) - (other?.block ?? 0) ||
    (from?.offset ?? 0) - (other?.offset ?? 0) ||
    a.createdAt - b.createdAt
  );
}
