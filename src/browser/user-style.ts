import { browser } from './browser.ts';

/** Styles the page of a tab as its user, which no policy of the page concerns and no script of it sees; once, however often it is called. */
export async function showUserStyle(tabId: number, css: string): Promise<void> {
  await hideUserStyle(tabId, css);
  await browser.scripting.insertCSS({ target: { tabId }, css, origin: 'USER' });
}

/** Takes such a style away again, where there is one. */
export async function hideUserStyle(tabId: number, css: string): Promise<void> {
  await browser.scripting.removeCSS({ target: { tabId }, css, origin: 'USER' }).catch(ignoreMissing);
}

function ignoreMissing(): void {}
