import type { Page } from 'puppeteer-core';

/** The user's press on "Import" or on "Clip", which is what lets Chrome open the page that reads files, and these sites. */
export async function allowReading(page: Page, hosts: readonly string[] = []): Promise<void> {
  const origins = hosts.map((host) => `*://${host}/*`);
  const session = await page.createCDPSession();
  await session.send('Runtime.evaluate', {
    expression: `chrome.permissions.request(${JSON.stringify({ permissions: ['offscreen'], origins })})`,
    userGesture: true,
    awaitPromise: true,
  });
  await session.detach();
}
