import { type ReadonlySignal, computed, signal } from '@preact/signals';
import { siteOf } from '../../../core/clip/clip-from-article.ts';
import { isWebAddress } from '../../../core/parse-url.ts';
import type { OpenTab } from '../../../browser/tabs.ts';
import { alreadyClipped } from '../../../database/jobs/job-queries.ts';
import { type PickItem, type Picks, createPicks } from '../../../ui/picks.ts';
import type { JobsDependencies } from './dependencies.ts';
import type { TabChoice } from './tab-choice.ts';

export interface TabPick extends PickItem {
  readonly tab: OpenTab;
}

export type TabGroup = 'all' | 'selected' | 'right';

/** The tabs of this window, to choose from. */
export interface TabList {
  /** null until the user lets the page see them. */
  readonly tabs: ReadonlySignal<readonly TabPick[] | null>;
  readonly picks: Picks<TabPick>;
  /** Those of the group that are not in the library. */
  readonly pick: (group: TabGroup) => void;
  readonly load: () => Promise<void>;
}

export function createTabList(
  { openDatabase, tabsOfWindow }: Pick<JobsDependencies, 'openDatabase' | 'tabsOfWindow'>,
  choice: TabChoice,
): TabList {
  const tabs = signal<readonly TabPick[] | null>(null);
  const picks = createPicks(computed(() => tabs.value ?? []));
  const pick = (group: TabGroup) => {
    const found = tabs.peek() ?? [];
    const current = found.findIndex(({ tab }) => tab.id === choice.current);
    const belongs: Record<TabGroup, (tab: OpenTab, index: number) => boolean> = {
      all: () => true,
      selected: ({ id }) => choice.selected.includes(id),
      right: (_tab, index) => index > current,
    };
    const chosen = found.filter(({ tab, clipped }, index) => !clipped && belongs[group](tab, index));
    picks.pick(chosen.map(({ url }) => url));
  };
  return {
    tabs,
    picks,
    pick,
    async load() {
      const open = (await tabsOfWindow()).filter(({ url }) => isWebAddress(url));
      const urls = open.map(({ url }) => url);
      const clipped = await alreadyClipped(await openDatabase(), urls);
      tabs.value = open.map((tab) => {
        const { url, title } = tab;
        return {
          tab,
          url,
          title: title === '' ? url : title,
          detail: siteOf(url),
          clipped: clipped.has(url),
        };
      });
      pick(choice.selected.length > 1 ? 'selected' : 'all');
    },
  };
}
