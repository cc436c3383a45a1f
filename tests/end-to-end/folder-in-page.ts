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

/** All files of that directory, by path; what is no text is left out. */
export async function treeInVault(page: Page): Promise<Record<string, string>> {
  return await page.evaluate(async () => {
    const files: Record<string, string> = {};
    const read = async (folder: FileSystemDirectoryHandle, prefix: string) => {
      for await (const [name, handle] of folder.entries()) {
        if (handle.kind === 'directory')
          await read(await folder.getDirectoryHandle(name), `${prefix}${name}/`);
        else if (/\.(?:md|json|jsonl)$/.test(name))
          files[`${prefix}${name}`] = await (await (await folder.getFileHandle(name)).getFile()).text();
      }
    };
    const root = await navigator.storage.getDirectory();
    await read(await root.getDirectoryHandle('vault', { create: true }), '');
    return files;
  });
}

/** Makes that directory's files these, as a program does that brings them from another machine, or a person who edits them. */
export async function putInVault(page: Page, files: Readonly<Record<string, string>>): Promise<void> {
  const before = await treeInVault(page);
  const written = Object.entries(files).filter(([path, text]) => before[path] !== text);
  const gone = Object.keys(before).filter((path) => files[path] === undefined);
  await page.evaluate(
    async (toWrite, toRemove) => {
      const root = await navigator.storage.getDirectory();
      const vault = await root.getDirectoryHandle('vault', { create: true });
      const place = async (path: string) => {
        const parts = path.split('/');
        const name = parts.pop() ?? '';
        let folder = vault;
        for (const part of parts) folder = await folder.getDirectoryHandle(part, { create: true });
        return { folder, name };
      };
      for (const [path, text] of toWrite) {
        const { folder, name } = await place(path);
        const stream = await (await folder.getFileHandle(name, { create: true })).createWritable();
        await stream.write(text);
        await stream.close();
      }
      for (const path of toRemove) {
        const { folder, name } = await place(path);
        await folder.removeEntry(name);
      }
    },
    written,
    gone,
  );
}
