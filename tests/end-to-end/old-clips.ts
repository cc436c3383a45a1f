import type { Page } from 'puppeteer-core';
import { rowsOf } from '../harness/table-rows.ts';

/**
 * Makes the first clip one that an extractor of another day wrote, and copies it: `count` clips with their kept page,
 * whose text has neither its code nor its end. Done by one of the extension's own pages.
 */
export async function makeOldClips(page: Page, count: number): Promise<void> {
  await page.evaluate(async (wanted) => {
    const database = await new Promise<IDBDatabase>((resolve, reject) => {
      const request = indexedDB.open('clipshelf');
      request.addEventListener('success', () => resolve(request.result));
      request.addEventListener('error', () => reject(new Error('no database')));
    });
    const rows: Record<string, unknown>[] = [];
    for (const table of ['clips', 'bodies', 'sources', 'changes']) {
      rows.push(
        await new Promise((resolve) => {
          const all = database.transaction(table).objectStore(table).getAll(null, 1);
          all.addEventListener('success', () => resolve(all.result[0]));
        }),
      );
    }
    const [clip = {}, body = {}, source = {}, change = {}] = rows;
    const text = 'What an older extractor made of it.';
    await new Promise<void>((resolve) => {
      const tables = ['clips', 'bodies', 'sources', 'changes'];
      const transaction = database.transaction(tables, 'readwrite', { durability: 'strict' });
      transaction.addEventListener('complete', () => resolve());
      for (let index = 0; index < wanted; index += 1) {
        const id = index === 0 ? String(clip['id']) : `old-${String(index)}`;
        const number = index === 0 ? '' : `?n=${String(index)}`;
        const [url, urlKey] = [`${String(clip['url'])}${number}`, `${String(clip['urlKey'])}${number}`];
        transaction.objectStore('clips').put({ ...clip, id, url, urlKey, words: 7, codeBlocks: 0 });
        transaction.objectStore('bodies').put({
          ...body,
          clipId: id,
          html: `<p data-block="0">${text}</p>`,
          blocks: [{ kind: 'prose', text }],
        });
        transaction.objectStore('sources').put({ ...source, clipId: id });
        transaction.objectStore('changes').put({ ...change, clipId: id });
      }
    });
    database.close();
  }, count);
}

/** How many versions each clip has. */
export async function versionCounts(page: Page): Promise<ReadonlyMap<string, number>> {
  const counts = new Map<string, number>();
  for (const { clipId } of await rowsOf(page, 'versions')) counts.set(clipId, (counts.get(clipId) ?? 0) + 1);
  return counts;
}
