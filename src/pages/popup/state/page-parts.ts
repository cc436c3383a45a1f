import { type ReadonlySignal, signal } from '@preact/signals';
import type { ListedPart, PartTab } from '../../../browser/part-tab.ts';
import { createAttempt } from '../../../ui/attempt.ts';
import type { PopupDependencies } from './dependencies.ts';
import type { Page } from './page.ts';

/** The parts of the page that may be its article, where the wrong one was read. */
export interface PageParts {
  /** null where they are not shown. */
  readonly list: ReadonlySignal<readonly ListedPart[] | null>;
  /** Number of the part that is read; null for what the extractor chooses by itself. */
  readonly chosen: ReadonlySignal<number | null>;
  readonly show: () => void;
  readonly hide: () => void;
  /** Shows the part on the page and reads it. */
  readonly choose: (place: number | null) => void;
  /** Lets the user point at a part; the popup closes. */
  readonly pick: () => void;
}

export function createPageParts(dependencies: PopupDependencies, page: Page): PageParts {
  const { loadPartTab, closeSelf, translation } = dependencies;
  const list = signal<readonly ListedPart[] | null>(null);
  const chosen = signal<number | null>(null);
  let read: number | null = null;
  const attempt = createAttempt(dependencies);
  const onTab = (work: (partTab: PartTab, tabId: number) => Promise<unknown>) => {
    const tab = page.tab.peek();
    if (tab !== null && tab !== undefined) attempt(async () => work(await loadPartTab(), tab.id));
  };
  return {
    list,
    chosen,
    show: () =>
      onTab(async (partTab, tabId) => {
        list.value = await partTab.list(tabId);
      }),
    hide: () => {
      list.value = null;
    },
    choose: (place) => {
      chosen.value = place;
      attempt(async () => {
        try {
          await page.readChosen(place === null ? 'page' : 'part', async (tabId) => {
            await (await loadPartTab()).choose(tabId, place);
          });
          read = place;
        } catch (error) {
          if (chosen.peek() === place) chosen.value = read;
          throw error;
        }
      });
    },
    pick: () =>
      onTab(async (partTab, tabId) => {
        await partTab.pick(tabId, translation.t('partHint'));
        closeSelf();
      }),
  };
}
