import type { Page } from 'puppeteer-core';

export interface KeptClip {
  readonly url: string;
  readonly title: string;
  readonly code: readonly string[];
}

/** What is on the shelf, straight from the database, by one of the extension's own pages. */
export async function keptClips(page: Page): Promise<readonly KeptClip[]> {
  return await page.evaluate(async () => {
    const database = await new Promise<IDBDatabase>((resolve, reject) => {
      const request = indexedDB.open('clipshelf');
      request.addEventListener('success', () => resolve(request.result));
      request.addEventListener('error', () => reject(new Error('no database')));
    });
    const all = (table: string) =>
      new Promise<{ [key: string]: unknown }[]>((resolve) => {
        const request = database.transaction(table).objectStore(table).getAll();
        request.addEventListener('success', () => resolve(request.result));
      });
    const [clips, bodies] = [await all('clips'), await all('bodies')];
    database.close();
    return clips.map((clip) => {
      const body = bodies.find((each) => each['clipId'] === clip['id']);
      const blocks = (body?.['blocks'] ?? []) as { kind: string; text: string }[];
      return {
        url: String(clip['url']),
        title: String(clip['title']),
        code: blocks.filter(({ kind }) => kind === 'code').map(({ text }) => text),
      };
    });
  });
}
