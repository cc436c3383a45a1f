import { type Menus, type Tabs, browser } from './browser.ts';
import { can } from './capabilities.ts';

export interface MenuItem {
  readonly id: string;
  readonly title: string;
  readonly contexts: Menus.ContextType[];
}

/** Menus outlive the worker, so they are made once per installed version. Nothing where the browser has no menus. */
export function createMenusOnInstall(items: () => readonly MenuItem[]): void {
  if (!can('menus')) return;
  browser.runtime.onInstalled.addListener(() => {
    void replaceMenus(items());
  });
}

async function replaceMenus(items: readonly MenuItem[]): Promise<void> {
  await browser.contextMenus.removeAll();
  for (const item of items) browser.contextMenus.create({ ...item });
}

/** Runs when an entry of the context menu is chosen. Register it while the worker starts. */
export function onMenuClick(run: (info: Menus.OnClickData, tab: Tabs.Tab | undefined) => void): void {
  if (can('menus')) browser.contextMenus.onClicked.addListener(run);
}
