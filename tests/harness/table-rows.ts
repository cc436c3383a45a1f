import type { Page } from 'puppeteer-core';
import type { Clip, ClipBody } from '../../src/core/clip/clip.ts';
import type { SmartList } from '../../src/core/library/smart-list.ts';
import type { Highlight } from '../../src/core/highlight/highlight.ts';
import type { VersionRow } from '../../src/database/database.ts';

/** The tables whose rows are the same as JSON. */
interface Tables {
  readonly clips: Clip;
  readonly bodies: ClipBody;
  readonly versions: VersionRow;
  readonly highlights: Highlight;
  readonly smartLists: SmartList;
}

/** All rows of a table of the library, straight from the database, by one of the extension's own pages. */
export async function rowsOf<Name extends keyof Tables>(
  page: Page,
  table: Name,
): Promise<readonly Tables[Name][]> {
  const text = await page.evaluate(async (name: string) => {
    const database = await new Promise<IDBDatabase>((resolve, reject) => {
      const request = indexedDB.open('clipshelf');
      request.addEventListener('success', () => resolve(request.result));
      request.addEventListener('error', () => reject(new Error('no database')));
    });
    try {
      return await new Promise<string>((resolve, reject) => {
        const all = database.transaction(name).objectStore(name).getAll();
        all.addEventListener('success', () => resolve(JSON.stringify(all.result)));
        all.addEventListener('error', () => reject(new Error(`${name} cannot be read`)));
      });
    } finally {
      database.close();
    }
  }, table);
  return JSON.parse(text) as readonly Tables[Name][];
}

/** Puts rows into a table of the library, past the worker and all that it looks at. */
export async function putRows<Name extends keyof Tables>(
  page: Page,
  table: Name,
  rows: readonly Tables[Name][],
): Promise<void> {
  await page.evaluate(
    async (name: string, text) => {
      const database = await new Promise<IDBDatabase>((resolve, reject) => {
        const request = indexedDB.open('clipshelf');
        request.addEventListener('success', () => resolve(request.result));
        request.addEventListener('error', () => reject(new Error('no database')));
      });
      try {
        await new Promise<void>((resolve, reject) => {
          const transaction = database.transaction(name, 'readwrite');
          transaction.addEventListener('complete', () => resolve());
          transaction.addEventListener('abort', () => reject(new Error(`${name} cannot be written`)));
          for (const row of JSON.parse(text) as unknown[]) transaction.objectStore(name).put(row);
        });
      } finally {
        database.close();
      }
    },
    table,
    JSON.stringify(rows),
  );
}
