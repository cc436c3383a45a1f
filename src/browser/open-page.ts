import { browser } from './browser.ts';

/** Opens one of our pages, such as `pages/reader/index.html?id=…`, in a new tab. */
export async function openExtensionPage(path: string): Promise<void> {
  await browser.tabs.create({ url: browser.runtime.getURL(path) });
}
