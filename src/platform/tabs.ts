import { type Tabs, browser } from './browser.ts';

export interface OpenTab {
  readonly id: number;
  readonly url: string;
  readonly title: string;
  /** Among the selected ones of the tab strip. */
  readonly selected: boolean;
  readonly active: boolean;
}

/**
 * The tabs of this window, in order, as far as the browser tells their addresses: all of them with the `tabs` permission,
 * else those of allowed sites.
 */
export async function tabsOfWindow(): Promise<OpenTab[]> {
  const tabs = await browser.tabs.query({ currentWindow: true });
  return tabs.sort((a, b) => a.index - b.index).flatMap(openTab);
}

/** The tab as it is now; null where it is gone, or its page is not in memory. */
export async function loadedTab(tabId: number): Promise<OpenTab | null> {
  try {
    const tab = await browser.tabs.get(tabId);
    return tab.discarded === true ? null : (openTab(tab)[0] ?? null);
  } catch {
    // Closed, or of an earlier run of the browser.
    return null;
  }
}

function openTab({ id, url, title, highlighted, active }: Tabs.Tab): OpenTab[] {
  if (id === undefined || url === undefined) return [];
  return [{ id, url, title: title ?? '', selected: highlighted, active }];
}
