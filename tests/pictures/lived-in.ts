import type { Page } from 'puppeteer-core';

const day = 86_400_000;
/** Days ago at which the clips were saved, the newest first. */
const ages = [0.05, 0.3, 1, 2, 3, 5, 8, 12, 19, 27, 41, 63];

interface Row {
  savedAt: number;
  updatedAt: number;
  readAt: number | null;
  starred: boolean;
  reading?: { share: number; block: number; at: number };
}

/** Makes a library that was clipped within a minute look as after two months of use. From one of the extension's pages. */
export async function liveIn(page: Page, now: number): Promise<void> {
  await page.evaluate(spread, { ages: ages.map((age) => now - age * day), now });
}

/** Runs in the page. */
function spread({ ages: times, now }: { readonly ages: readonly number[]; readonly now: number }) {
  return new Promise<void>((resolve, reject) => {
    const request = indexedDB.open('clipshelf');
    request.addEventListener('error', () => reject(request.error ?? new Error('no database')));
    request.addEventListener('success', () => {
      const database = request.result;
      const transaction = database.transaction('clips', 'readwrite');
      const store = transaction.objectStore('clips');
      const all = store.getAll() as IDBRequest<Row[]>;
      all.addEventListener('success', () => {
        const rows = all.result.toSorted((a, b) => b.savedAt - a.savedAt);
        for (const [place, row] of rows.entries()) {
          const savedAt = times[place] ?? row.savedAt;
          Object.assign(row, { savedAt, updatedAt: savedAt, starred: place === 1 || place === 6 });
          if (place > 3 && place % 3 !== 0) row.readAt = Math.min(now, savedAt + 3_600_000);
          if (place === 2) row.reading = { share: 0.4, block: 4, at: now - 3_600_000 };
          store.put(row);
        }
      });
      transaction.addEventListener('complete', () => {
        database.close();
        resolve();
      });
      transaction.addEventListener('abort', () => reject(transaction.error ?? new Error('not written')));
    });
  });
}
