import { browser } from './browser.ts';

/**
 * Whose the style is. Chromium paints the background and the text's color of `::highlight()` for `AUTHOR` alone; what the page
 * must not override is `USER` and `!important`.
 */
export type StyleOrigin = 'AUTHOR' | 'USER';

/**
 * Styles the page of a tab, once, however often it is called. No policy of the page concerns it, and it is in none of the
 * lists of style sheets that the page's scripts see.
 */
export async function showStyle(tabId: number, css: string, origin: StyleOrigin): Promise<void> {
  await hideStyle(tabId, css, origin);
  await browser.scripting.insertCSS({ target: { tabId }, css, origin });
}

/** Takes such a style away again, where there is one. */
export async function hideStyle(tabId: number, css: string, origin: StyleOrigin): Promise<void> {
  await browser.scripting.removeCSS({ target: { tabId }, css, origin }).catch(ignoreMissing);
}

function ignoreMissing(): void {}
