import { type Tabs, browser } from './browser.ts';
import { openExtensionPage } from './open-page.ts';

export interface OpenTab {
  readonly id: number;
  readonly url: string;
  readonly title: string;
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

/** Opens the page of jobs at its tabs, and tells it which were selected, since the new tab will be the only one that is. */
export async function openTabsPage(): Promise<void> {
  const tabs = await browser.tabs.query({ currentWindow: true, highlighted: true });
  const current = tabs.find(({ active }) => active)?.id ?? 0;
  const selected = tabs.flatMap(({ id }) => id ?? []).join(',');
  await openExtensionPage(`pages/jobs/index.html#tabs?current=${String(current)}&selected=${selected}`);
}

function openTab({ id, url, title }: Tabs.Tab): OpenTab[] {
  if (id === undefined || url === undefined) return [];
  return [{ id, url, title: title ?? '' }];
}
