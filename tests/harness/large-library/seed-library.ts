import type { Page } from 'puppeteer-core';
import type { MadeLibrary } from './make-library.ts';

/** Rows of one message to the page and one transaction there. */
const chunk = 500;

/**
 * Writes a library straight into the extension's database, from one of its own pages: the fast way to a large library.
 * The search index is dropped, so that the worker builds it anew at its next command.
 */
export async function seedLibrary(page: Page, app: MadeLibrary): Promise<void> {
  for (let from = 0; from < app.clips.length; from += chunk) {
    await page.evaluate(writeRows, {
      clips: app.clips.slice(from, from + chunk),
      bodies: app.bodies.slice(from, from + chunk),
    });
  }
  await page.evaluate(writeRows, { tags: app.tags });
  await page.evaluate(dropIndex);
}

/** Waits until the index covers the whole library. */
export async function indexIsReady(page: Page, timeout = 600_000): Promise<void> {
  await page.evaluate(wakeWorker);
  const deadline = Date.now() + timeout;
  while (!(await page.evaluate(isIndexed))) {
    if (Date.now() > deadline) throw new Error('the search index was not built in time');
    await new Promise((resolve) => {
      setTimeout(resolve, 250);
    });
  }
}

/** Runs in the page. */
function writeRows(tables: Readonly<Record<string, readonly unknown[]>>): Promise<void> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open('clipshelf');
    request.addEventListener('error', () => reject(request.error ?? new Error('no database')));
    request.addEventListener('success', () => {
      const database = request.result;
      const transaction = database.transaction(Object.keys(tables), 'readwrite');
      for (const [name, rows] of Object.entries(tables))
        for (const row of rows) transaction.objectStore(name).put(row);
      transaction.addEventListener('complete', () => {
        database.close();
        resolve();
      });
      transaction.addEventListener('abort', () => reject(transaction.error ?? new Error('not written')));
    });
  });
}

/** Runs in the page. */
function dropIndex(): Promise<void> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open('clipshelf');
    request.addEventListener('success', () => {
      const database = request.result;
      const transaction = database.transaction('searchState', 'readwrite');
      transaction.objectStore('searchState').clear();
      transaction.addEventListener('complete', () => {
        database.close();
        resolve();
      });
      transaction.addEventListener('abort', () => reject(transaction.error ?? new Error('not dropped')));
    });
  });
}

/** Runs in the page: any command makes the worker look after its index. */
async function wakeWorker(): Promise<void> {
  const { browser, chrome } = globalThis as unknown as Record<
    'browser' | 'chrome',
    { runtime: { sendMessage: (message: unknown) => Promise<unknown> } } | undefined
  >;
  await (browser ?? chrome)?.runtime.sendMessage({ command: 'clearDraft', input: { urlKey: '-' } });
}

/** Runs in the page. */
function isIndexed(): Promise<boolean> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open('clipshelf');
    request.addEventListener('error', () => reject(request.error ?? new Error('no database')));
    request.addEventListener('success', () => {
      const database = request.result;
      const state = database.transaction('searchState').objectStore('searchState').get('index');
      state.addEventListener('success', () => {
        database.close();
        const value: unknown = state.result;
        resolve(
          typeof value === 'object' && value !== null && 'rebuiltTo' in value && value.rebuiltTo === null,
        );
      });
    });
  });
}
