import type { Page } from 'puppeteer-core';
import { shows } from './controls.ts';

/** Unfolds what the reader says below the title of what was kept, which a complete article folds, until it says this. */
export async function accountSays(page: Page, text: string): Promise<void> {
  await page.evaluate(() => {
    // Also where it is drawn later, or anew.
    const unfold = () => document.querySelector('details.integrity-account')?.setAttribute('open', '');
    new MutationObserver(unfold).observe(document.documentElement, { childList: true, subtree: true });
    unfold();
  });
  await shows(page, text);
}
