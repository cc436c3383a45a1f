import { type ReadonlySignal, type Signal, effect, signal } from '@preact/signals';
import { isWebAddress } from '../../../core/parse-url.ts';
import { urlKey } from '../../../core/clip/url-key.ts';
import type { HighlightedTab, ShownHighlights } from '../../../rpc/commands/contract.ts';
import { createAttempt } from '../../../ui/attempt.ts';
import type { PopupDependencies } from './dependencies.ts';
import type { Page } from './page.ts';

/** The highlights of this page, where it is open. */
export interface PageHighlights {
  /** Something is selected on the page. */
  readonly hasSelection: ReadonlySignal<boolean>;
  /** How many were found in the page as the popup opened; null where it has none. */
  readonly shown: ReadonlySignal<ShownHighlights | null>;
  /** Pages of this site show theirs by themselves; null where that cannot be. */
  readonly byItself: ReadonlySignal<boolean | null>;
  /** The user is asked for the color and the note of a highlight. */
  readonly isAsked: Signal<boolean>;
  /** Highlights what is selected, and clips the page with it. `then` runs once that is done. */
  readonly highlight: (look: Omit<HighlightedTab, 'tabId'>, then: () => void) => void;
  /** Only within the user's gesture. */
  readonly setByItself: (shows: boolean) => void;
}

export function createPageHighlights(dependencies: PopupDependencies, page: Page): PageHighlights {
  const { send, toasts, translation, requestAccess, onPage } = dependencies;
  const { t } = translation;
  const hasSelection = signal(false);
  const shown = signal<ShownHighlights | null>(null);
  const byItself = signal<boolean | null>(null);
  const isAsked = signal(false);
  const attempt = createAttempt(dependencies);
  const url = () => page.tab.value?.url ?? '';
  let isShown = false;

  effect(() => {
    const tab = page.tab.value;
    if (tab === null || tab === undefined) return;
    void onPage.hasSelection(tab.id).then((has) => (hasSelection.value = has));
    if (isWebAddress(tab.url)) void onPage.showsByItself(tab.url).then((shows) => (byItself.value = shows));
  });
  effect(() => {
    const { value: tab } = page.tab;
    const { value: clip } = page.clip;
    if (
      isShown ||
      tab === null ||
      tab === undefined ||
      (clip?.highlights ?? 0) === 0 ||
      clip?.trashedAt !== null
    )
      return;
    isShown = true;
    const urlKeys = [...new Set([clip.urlKey, urlKey(tab.url)])];
    attempt(async () => {
      shown.value = await send('showHighlights', { tabId: tab.id, urlKeys });
    });
  });
  return {
    hasSelection,
    shown,
    byItself,
    isAsked,
    highlight: (look, then) =>
      attempt(async () => {
        const tab = page.tab.peek();
        if (tab === null || tab === undefined) return;
        isShown = true;
        const { as } = await send('highlightSelection', { tabId: tab.id, ...look });
        then();
        toasts.show({ text: t(as === 'article' ? 'highlightAdded' : 'highlightedPassage') });
      }),
    setByItself: (shows) => {
      const address = url();
      const allowed = shows ? requestAccess([address]) : Promise.resolve(true);
      attempt(async () => {
        if (!(await allowed)) return;
        await onPage.setShowsByItself(address, shows);
        byItself.value = shows;
        toasts.show({ text: t(shows ? 'highlightsByItself' : 'highlightsNotByItself') });
      });
    },
  };
}
