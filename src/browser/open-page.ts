import { browser } from './browser.ts';

/** Opens one of our pages, such as `pages/reader/index.html?id=…`, in a new tab. */
export async function openExtensionPage(path: string): Promise<void> {
  await browser.tabs.create({ url: browser.runtime.getURL(path) });
}

/** Opens an address of the web, or one of ours as seen from the page that asks, in a new tab behind this one. */
export async function openTab(address: string): Promise<void> {
  await browser.tabs.create({ url: new URL(address, location.href).href, active: false });
}

/** Opens an address that another program is registered for: the browser asks, and shows nothing in the tab. */
export async function openAddress(address: string): Promise<void> {
  await browser.tabs.create({ url: address });
}
