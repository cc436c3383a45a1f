import type { Page } from 'puppeteer-core';

/** The ids of all clips, by address. Asked of one of the extension's own pages. */
export async function clipIds(page: Page): Promise<readonly string[]> {
  return await page.evaluate(async () => {
    const database = await new Promise<IDBDatabase>((resolve, reject) => {
      const request = indexedDB.open('clipshelf');
      request.addEventListener('success', () => resolve(request.result));
      request.addEventListener('error', () => reject(new Error('no database')));
    });
    const clips = await new Promise<{ id: string; url: string }[]>((resolve) => {
      const request = database.transaction('clips').objectStore('clips').getAll();
      request.addEventListener('success', () => resolve(request.result));
    });
    database.close();
    return clips.toSorted((a, b) => (a.url < b.url ? -1 : 1)).map(({ id }) => id);
  });
}

/** The addresses of all pictures that the articles of the shelf have. */
export async function pictureAddresses(page: Page): Promise<readonly string[]> {
  return await page.evaluate(async () => {
    const database = await new Promise<IDBDatabase>((resolve, reject) => {
      const request = indexedDB.open('clipshelf');
      request.addEventListener('success', () => resolve(request.result));
      request.addEventListener('error', () => reject(new Error('no database')));
    });
    const bodies = await new Promise<{ images: { url: string }[] }[]>((resolve) => {
      const request = database.transaction('bodies').objectStore('bodies').getAll();
      request.addEventListener('success', () => resolve(request.result));
    });
    database.close();
    return bodies.flatMap(({ images }) => images.map(({ url }) => url));
  });
}

/** Writes hostile HTML straight into the bodies of the clips, past everything that would have kept it out. */
export async function putHostileBodies(page: Page, html: readonly string[]): Promise<void> {
  await page.evaluate(async (pieces) => {
    const database = await new Promise<IDBDatabase>((resolve, reject) => {
      const request = indexedDB.open('clipshelf');
      request.addEventListener('success', () => resolve(request.result));
      request.addEventListener('error', () => reject(new Error('no database')));
    });
    await new Promise<void>((resolve) => {
      const transaction = database.transaction('bodies', 'readwrite');
      transaction.addEventListener('complete', () => resolve());
      const bodies = transaction.objectStore('bodies');
      const all = bodies.getAll();
      all.addEventListener('success', () => {
        for (const [index, body] of all.result.entries())
          bodies.put({ ...body, html: `<p>before</p>${pieces[index] ?? ''}` });
      });
    });
    database.close();
  }, html);
}
