import type { Page } from 'puppeteer-core';

/**
 * The browser's dialog cannot be pressed without a screen: from now on this page's picker answers with a real directory, of
 * the browser's own file system. What the browser then says of its permission can be set, too. Takes a reload.
 */
export async function answerPicker(page: Page, permission: 'granted' | 'prompt' = 'granted'): Promise<void> {
  await page.evaluateOnNewDocument((state) => {
    Reflect.set(globalThis, 'showDirectoryPicker', async () => {
      const root = await navigator.storage.getDirectory();
      return await root.getDirectoryHandle('vault', { create: true });
    });
    if (state === 'granted') return;
    let current: PermissionState = state;
    Reflect.set(FileSystemHandle.prototype, 'queryPermission', () => Promise.resolve(current));
    Reflect.set(FileSystemHandle.prototype, 'requestPermission', () =>
      Promise.resolve((current = 'granted')),
    );
  }, permission);
  await page.reload();
}

/** The Markdown files of that directory, by name. */
export async function filesInVault(page: Page): Promise<Record<string, string>> {
  return await page.evaluate(async () => {
    const root = await navigator.storage.getDirectory();
    const vault = await root.getDirectoryHandle('vault', { create: true });
    const files: Record<string, string> = {};
    for await (const [name, handle] of vault.entries()) {
      if (handle.kind !== 'file') continue;
      try {
        files[name] = await (await (await vault.getFileHandle(name)).getFile()).text();
      } catch (error) {
        // Written or removed while it was looked at.
        if (!(error instanceof DOMException)) throw error;
      }
    }
    return files;
  });
}

/** The names of our databases, and the modules that the page has loaded. */
export async function loadedBy(page: Page): Promise<{ databases: string[]; modules: string[] }> {
  return await page.evaluate(async () => ({
    databases: (await indexedDB.databases()).map(({ name = '' }) => name),
    modules: performance.getEntriesByType('resource').map(({ name }) => name),
  }));
}
