import type {
  Highlight,
  HighlightChanges,
  HighlightColor,
  NewHighlight,
} from '../../../core/highlight/highlight.ts';
import type { HighlightUndo } from '../../../core/highlight/highlight-undo.ts';
import type { MarkedPassage } from '../article/marked-range.ts';
import type { HighlightState, HighlightWorld } from './highlight-state.ts';
import { attemptOnShown } from './reader-dependencies.ts';

/** What the user does to highlights; each can be taken back. */
export interface HighlightMarking {
  /** Highlights the selection, or colors the active one; without a color in the one used last. */
  readonly mark: (color?: HighlightColor) => void;
  /** Opens the note and the tags of the selection, which is highlighted, or of the active one. */
  readonly write: (first: 'note' | 'tags') => void;
  readonly change: (id: string, changes: HighlightChanges) => Promise<void>;
  /** What is typed last is still being written: says it where that fails. */
  readonly endWriting: (last: Promise<void>) => void;
  readonly remove: (id: string) => void;
}

export function createHighlightMarking(world: HighlightWorld, state: HighlightState): HighlightMarking {
  const { send, toasts, newId } = world;
  const { t } = world.translation;
  const { active, selected, writing, lastColor, useColor, find, takeSelected } = state;
  const attempt = attemptOnShown(world);
  const undoing = undoHighlights(world);
  const add = (color: HighlightColor, then: (id: string) => void = () => undefined) => {
    const passage = takeSelected();
    if (passage === null) return;
    const fresh = newOf(passage, color, newId);
    attempt(async ({ clip }) => {
      const undo = await send('addHighlights', { clipId: clip.id, highlights: fresh });
      active.value = fresh[0]?.id ?? null;
      toasts.show({ text: t('highlightAdded'), undo: undoing(undo) });
      if (active.value !== null) then(active.value);
    });
  };
  // The highlight that stands exactly where the selection does, or the active one where nothing is selected.
  const meant = () => {
    const passage = selected.peek();
    if (passage === null) return find(active.peek());
    return state.present.peek().find((highlight) => isAt(highlight, passage));
  };
  return {
    mark(color = lastColor.peek()) {
      useColor(color);
      const there = meant();
      if (there === undefined) {
        add(color);
        return;
      }
      takeSelected();
      active.value = there.id;
      if (there.color === color) return;
      attempt(async () => {
        const undo = await send('changeHighlight', { id: there.id, changes: { color } });
        toasts.show({ text: t('highlightColored'), undo: undoing(undo) });
      });
    },
    write(first) {
      const there = meant();
      if (there === undefined) add(lastColor.peek(), (id) => (writing.value = { id, first }));
      else {
        takeSelected();
        active.value = there.id;
        writing.value = { id: there.id, first };
      }
    },
    change: async (id, changes) => {
      await send('changeHighlight', { id, changes });
    },
    endWriting(last) {
      writing.value = null;
      attempt(() => last);
    },
    remove: (id) =>
      attempt(async () => {
        const undo = await send('removeHighlights', { ids: [id] });
        if (active.peek() === id) active.value = null;
        toasts.show({ text: t('highlightRemoved'), undo: undoing(undo) });
      }),
  };
}

/** What takes a change of highlights back. */
export function undoHighlights(world: HighlightWorld): (undo: HighlightUndo) => () => void {
  const attempt = attemptOnShown(world);
  const { send, toasts, translation } = world;
  return (undo) => () =>
    attempt(async () => {
      await send('undoHighlights', undo);
      toasts.show({ text: translation.t('undone') });
    });
}

function isAt({ place, anchor }: Highlight, passage: MarkedPassage): boolean {
  if (place === null) return false;
  if ('pictures' in passage) return passage.pictures.some(({ address }) => address === anchor.picture);
  const wanted = passage.anchor;
  return (['from', 'to'] as const).every(
    (end) => place[end].block === wanted[end].block && place[end].offset === wanted[end].offset,
  );
}

/** What is added to highlight a passage, or the pictures of one. */
export function newOf(
  passage: MarkedPassage,
  color: HighlightColor,
  newId: () => string,
): readonly NewHighlight[] {
  const blank = { color, note: '', tags: [], origin: 'reader' } as const;
  if ('pictures' in passage)
    return passage.pictures.map(({ address, text }) => ({
      ...blank,
      id: newId(),
      quote: text,
      prefix: '',
      suffix: '',
      range: null,
      picture: address,
    }));
  const { from, to, quote, prefix, suffix } = passage.anchor;
  return [{ ...blank, id: newId(), quote, prefix, suffix, range: { from, to } }];
}
