import { once } from 'node:events';
import type { Browser } from 'puppeteer-core';

/** Ends a browser without any goodbye, as a crash or a power cut does, and waits until it is gone. */
export async function killBrowser(browser: Browser): Promise<void> {
  const process = browser.process();
  if (process === null) throw new Error('the browser was not started here');
  const gone = once(process, 'exit');
  process.kill('SIGKILL');
  await gone;
}
