import '../../../src/pages/store/begin-opening.ts';
import { searchDocument } from '../../../src/search/text/document.ts';
import { maintainStep } from '../../../src/search/index/maintain.ts';
import { putDocuments } from '../../../src/search/index/put-document.ts';
import { requestRebuild } from '../../../src/search/index/rebuild.ts';
import { committed, result } from '../../../src/search/index/request.ts';
import { search } from '../../../src/search/index/search.ts';
import { searchStoreNames } from '../../../src/search/index/stores.ts';
import { openForReading } from '../../../src/database/reading-connection.ts';
import { databaseName } from '../../../src/database/prewarm.ts';
import { addRows } from './library-rows.ts';
import type { Engine } from './engine.ts';

async function made(): Promise<IDBDatabase> {
  const { openDatabase } = await import('../../../src/database/database.ts');
  return (await openDatabase()).backendDB();
}

/** Ours, by the popup's own way of opening the database; what makes one is loaded where there is none. */
export function clipshelf(): Engine {
  let database: IDBDatabase;
  const steps: number[] = [];
  const open = async (): Promise<void> => {
    database ??= (await openForReading(() => undefined, databaseName)) ?? (await made());
  };
  const maintain = async (): Promise<void> => {
    for (;;) {
      const start = performance.now();
      const { done } = await maintainStep(database);
      if (done) return;
      steps.push(performance.now() - start);
    }
  };
  return {
    open,
    async add(clips) {
      await open();
      await addRows(database, clips);
    },
    async finish() {
      await requestRebuild(database);
      await maintain();
    },
    async answer(query, limit) {
      const { hits } = await search(database, query, { limit, now: 1_700_000_000_000 });
      return hits.map(({ clip, excerpt }) => ({
        id: clip.id,
        title: clip.title,
        snippet: excerpt?.text ?? '',
      }));
    },
    async indexBytes() {
      const transaction = database.transaction(searchStoreNames);
      let bytes = 0;
      for (let range: IDBKeyRange | null = null; ;) {
        const store: IDBObjectStore = transaction.objectStore('searchBlocks');
        const keys = await result(store.getAllKeys(range, 500));
        const blocks = await result<Uint8Array[]>(store.getAll(range, 500));
        for (const block of blocks) bytes += block.length + 24;
        const last = keys.at(-1);
        if (last === undefined) break;
        range = IDBKeyRange.lowerBound(last, true);
      }
      const docs = await result(transaction.objectStore('searchDocs').count());
      // A row and its two index entries.
      return bytes + docs * 120;
    },
    async addOne({ clip, body }) {
      const start = performance.now();
      const transaction = database.transaction(['clips', 'bodies', ...searchStoreNames], 'readwrite', {
        durability: 'strict',
      });
      const ended = committed(transaction);
      transaction.objectStore('clips').put(clip);
      transaction.objectStore('bodies').put(body);
      await putDocuments(transaction, [searchDocument(clip, body)]);
      await ended;
      return performance.now() - start;
    },
    async maintenance() {
      await maintain();
      return steps.splice(0);
    },
  };
}
