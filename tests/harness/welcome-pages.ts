import type { Browser, Page } from 'puppeteer-core';
import { poll } from './poll.ts';

/** The tabs that show the page of a first start. They are asked: Puppeteer is not told where such pages go in Firefox. */
export async function welcomePages(browser: Browser): Promise<readonly Page[]> {
  const pages = await browser.pages();
  const addresses = await Promise.all(
    pages.map((page) => page.evaluate(() => location.href).catch(() => '')),
  );
  return pages.filter((_, at) => addresses[at]?.includes('/pages/welcome/'));
}

/** Closes the page that a new profile begins with: it would lie over what a test looks at. */
export async function closeWelcome(browser: Browser): Promise<void> {
  const page = await poll('the page of the first start', async () => (await welcomePages(browser))[0]);
  await page.close();
}
