import type { Browser, Extension, Page } from 'puppeteer-core';
import { poll } from '../../tests/harness/poll.ts';

/** The popup that a press of the toolbar button on this tab opens. */
export async function openedPopup(browser: Browser, extension: Extension, tab: Page): Promise<Page> {
  await tab.bringToFront();
  // The extension may have other pages open: the one that welcomes its user.
  const before = new Set(browser.targets());
  await extension.triggerAction(tab);
  return poll('the popup', async () => {
    const target = browser
      .targets()
      .find(
        (each) =>
          !before.has(each) &&
          each.url().startsWith(`chrome-extension://${extension.id}/`) &&
          each.url().endsWith('.html'),
      );
    return target?.asPage();
  });
}

export const browserArguments = [
  '--no-sandbox',
  '--disable-gpu',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-sync',
];
