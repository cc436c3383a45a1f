import { colorNames } from '../../../ui/color-names.ts';
import { copyAndSay } from '../../../ui/copy-and-say.ts';
import type { Highlight } from '../../../core/highlight/highlight.ts';
import { type HighlightMarking, createHighlightMarking } from './highlight-marking.ts';
import { type HighlightRepair, createHighlightRepair } from './highlight-repair.ts';
import { type HighlightState, type HighlightWorld, createHighlightState } from './highlight-state.ts';
import { highlightsMarkdown } from './highlights-markdown.ts';
import { attemptOnShown } from './reader-dependencies.ts';

/** The highlights of the clip that is shown, and what the user does with them. */
export interface Highlighting extends HighlightState, HighlightMarking, HighlightRepair {
  /** The next one of the text, or the one before; null where there is none. */
  readonly step: (by: 1 | -1) => Highlight | null;
  /** As Markdown: those that the list shows. */
  readonly copyAll: () => void;
  /** The words of what is selected, or of the active one. */
  readonly copyWords: () => void;
}

/** Characters of a quotation that are read out. */
const spoken = 120;

export function createHighlighting(world: HighlightWorld): Highlighting {
  const { t } = world.translation;
  const attempt = attemptOnShown(world);
  const state = createHighlightState(world);
  const { active, present, absent, only, selected, find } = state;
  return {
    ...state,
    ...createHighlightMarking(world, state),
    ...createHighlightRepair(world, state),
    step(by) {
      const list = present.peek();
      const at = list.findIndex(({ id }) => id === active.peek());
      const next = list[at < 0 ? (by === 1 ? 0 : list.length - 1) : at + by];
      if (next === undefined) return null;
      active.value = next.id;
      const text = next.anchor.quote.slice(0, spoken);
      world.say(t('highlightSpoken', t(colorNames[next.color]), list.indexOf(next) + 1, list.length, text));
      return next;
    },
    copyAll: () =>
      attempt(async ({ clip, body }) => {
        const all = [...present.peek(), ...absent.peek()];
        const chosen = all.filter(({ color }) => only.peek() === null || color === only.peek());
        await copyAndSay(world, { text: highlightsMarkdown(clip, body.blocks, chosen) });
      }),
    copyWords: () =>
      attempt(async () => {
        const passage = selected.peek();
        const anchor = passage !== null && 'anchor' in passage ? passage.anchor : find(active.peek())?.anchor;
        await copyAndSay(world, { text: anchor?.quote ?? '' });
      }),
  };
}
