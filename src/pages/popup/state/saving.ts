import type { MessageKey } from '../../../browser/translate.ts';
import type { PopupDependencies } from './dependencies.ts';
import type { Note } from './note.ts';
import type { Page } from './page.ts';
import type { Done } from './page-view.ts';
import type { ClipList } from './clip-list.ts';
import type { Tags } from './tags.ts';

/** The ways in which this page is stored. */
export interface Saving {
  readonly clip: () => void;
  readonly update: () => void;
  readonly saveLink: () => void;
  /** What becomes of a text that is less than the clip's: beside it, or in its place. */
  readonly answerLesser: (lesser: 'beside' | 'replace') => void;
  /** Updates the clip that may be of this page. */
  readonly updateLikely: () => void;
}

export const doneTexts = {
  saved: 'pageSaved',
  updated: 'pageUpdated',
  'link-saved': 'pageLinkSaved',
  'text-saved': 'pageTextSaved',
  kept: 'lesserKept',
} as const satisfies Record<Done, MessageKey>;

interface Saved {
  readonly page: Page;
  readonly tags: Tags;
  readonly note: Note;
  readonly clipList: ClipList;
}

export function createSaving(
  { announcer, translation, keepStorage, reportBug }: PopupDependencies,
  { page, tags, note, clipList }: Saved,
): Saving {
  const announce = () => {
    const view = page.view.peek();
    if (view.kind === 'clipped' && view.done !== null) announcer.say(translation.t(doneTexts[view.done]));
  };
  const store = async (command: (chosen: readonly string[], note: string) => Promise<unknown>) => {
    const chosen = tags.commit();
    tags.dropDraft();
    const result = await command(chosen, note.text.peek());
    if (result === null) tags.keepDraft();
    else {
      tags.clearDraft();
      clipList.search.setQuery('');
      void keepStorage().catch(reportBug);
    }
    announce();
  };
  return {
    clip: () => void store((chosen, text) => page.save(chosen.length === 0 ? null : chosen, text)),
    update: () => void page.save(null).then(announce),
    saveLink: () => void store((chosen, text) => page.saveLink(chosen, text)),
    answerLesser: (lesser) => void store(() => page.answerLesser(lesser)),
    updateLikely: () => {
      const into = page.likely.peek()?.id;
      if (into === undefined) return;
      void store((chosen, text) => page.save(chosen.length === 0 ? null : chosen, text, { into }));
    },
  };
}
