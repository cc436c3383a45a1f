import { once } from 'node:events';
import type { Browser } from 'puppeteer-core';
import { poll } from './poll.ts';

/** Ends a browser and all its processes without any goodbye, as a power cut does, and waits until they are gone. */
export async function killBrowser(browser: Browser): Promise<void> {
  const main = browser.process();
  if (main?.pid === undefined) throw new Error('the browser was not started here');
  const group = -main.pid;
  const gone = once(main, 'exit');
  // The whole group: a storage process that outlived its browser would go on writing below the next one's feet.
  process.kill(group, 'SIGKILL');
  await gone;
  await poll('the processes of the browser to end', () => Promise.resolve(isAlive(group) ? null : true));
}

function isAlive(group: number): boolean {
  try {
    process.kill(group, 0);
    return true;
  } catch {
    return false;
  }
}
