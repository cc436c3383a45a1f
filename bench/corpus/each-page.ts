import type { Browser } from 'puppeteer-core';
import { PageTab } from '../browser/page-tab.ts';

/**
 * Works through pages in two tabs. A page that fails costs nobody else its turn: its tab is given up for a new one.
 * Returns what failed, as `id: why`.
 */
export async function eachPage<Page extends { readonly id: string }>(
  browser: Browser,
  pages: readonly Page[],
  work: (tab: PageTab, page: Page) => Promise<void>,
): Promise<readonly string[]> {
  const queue = [...pages];
  const failures: string[] = [];
  const worker = async (): Promise<void> => {
    let tab = await PageTab.open(browser);
    for (let page = queue.shift(); page !== undefined; page = queue.shift()) {
      try {
        await work(tab, page);
      } catch (error) {
        failures.push(`${page.id}: ${String(error).slice(0, 300)}`);
        tab = await PageTab.open(browser);
      }
    }
    await tab.close();
  };
  await Promise.all([worker(), worker()]);
  return failures;
}
