import { anchorOf } from '../../../core/highlight/anchor.ts';
import { newOf, undoHighlights } from './highlight-marking.ts';
import type { HighlightState, HighlightWorld } from './highlight-state.ts';
import { attemptOnShown } from './reader-dependencies.ts';

/** What the user does about highlights that a new text has moved or lost. */
export interface HighlightRepair {
  /** Puts one on what is selected. */
  readonly put: (id: string) => void;
  /** The user has looked: it is right where it stands. */
  readonly confirm: (id: string) => void;
}

export function createHighlightRepair(
  world: HighlightWorld,
  { active, find, takeSelected }: HighlightState,
): HighlightRepair {
  const { send, toasts, newId, translation } = world;
  const { t } = translation;
  const attempt = attemptOnShown(world);
  return {
    put(id) {
      const passage = takeSelected();
      const [fresh] = passage === null ? [] : newOf(passage, 'yellow', newId);
      if (fresh === undefined) {
        toasts.show({ text: t('highlightSelectFirst') });
        return;
      }
      const { quote, prefix, suffix, range, picture } = fresh;
      const words = { quote, prefix, suffix, range, ...(picture === undefined ? {} : { picture }) };
      attempt(async () => {
        const undo = await send('changeHighlight', { id, changes: { passage: words } });
        active.value = id;
        toasts.show({ text: t('highlightPut'), undo: undoHighlights(world)(undo) });
      });
    },
    confirm: (id) =>
      attempt(async ({ body }) => {
        const place = find(id)?.place ?? null;
        const anchor = place === null ? null : anchorOf(body.blocks, place);
        if (anchor === null) return;
        const { quote, prefix, suffix, from, to } = anchor;
        await send('changeHighlight', {
          id,
          changes: { passage: { quote, prefix, suffix, range: { from, to } } },
        });
      }),
  };
}
