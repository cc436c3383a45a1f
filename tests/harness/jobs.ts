import type { Page } from 'puppeteer-core';
import { control, findControl, visibleText } from './controls.ts';
import { poll } from './poll.ts';

/** Puts addresses into the list of the page of jobs, as a paste does: Firefox's automation types one character at a time. */
export async function pasteAddresses(page: Page, addresses: readonly string[]): Promise<void> {
  const field = await control(page, 'textbox', /addresses/);
  await field.evaluate((element, pasted) => {
    if (!(element instanceof HTMLTextAreaElement)) throw new TypeError('not the list');
    element.value = pasted;
    element.dispatchEvent(new InputEvent('input', { bubbles: true, inputType: 'insertFromPaste' }));
  }, addresses.join('\n'));
}

/** Waits until the page shows that at least so many `of` a job's items are over. */
export async function jobProgressed(page: Page, atLeast: number, of: number): Promise<void> {
  const counted = new RegExp(`(\\d+) of ${String(of)}`);
  await watch(page, `${String(atLeast)} of ${String(of)}`, (text) => {
    return Number(counted.exec(text)?.[1] ?? 0) >= atLeast;
  });
}

/** Waits until the page shows so many jobs that are over. */
export async function jobsEnded(page: Page, count = 1): Promise<void> {
  await watch(page, `${String(count)} jobs to end`, (text) => text.split('Finished').length > count);
}

/**
 * Looks at the page until it says what is waited for. Automation installs the extension anew after a crash, and the browser
 * may have forgotten what the reader allowed: a job that asks is allowed. Once each time that it asks, since where that
 * button was, the one that pauses is next.
 */
async function watch(page: Page, what: string, isSo: (text: string) => boolean): Promise<void> {
  let asked = false;
  await poll(
    what,
    async () => {
      const allow = await findControl(page, 'button', 'Allow and start');
      if (allow !== null && !asked) await allow.click();
      asked = allow !== null;
      return isSo(await visibleText(page)) ? true : null;
    },
    90_000,
  ).catch(async (error: unknown) => {
    throw new Error(`${String(error)}; the page shows:\n${await visibleText(page)}`, { cause: error });
  });
}
