import '../../../src/pages/shelf/begin-opening.ts';
import { searchDocument } from '../../../src/domain/search/document.ts';
import { maintainStep } from '../../../src/search/maintain.ts';
import { putDocument } from '../../../src/search/put-document.ts';
import { requestRebuild } from '../../../src/search/rebuild.ts';
import { committed, result } from '../../../src/search/request.ts';
import { search } from '../../../src/search/search.ts';
import { searchStoreNames } from '../../../src/search/stores.ts';
import { openDatabase } from '../../../src/storage/database.ts';
import { addRows } from './library-rows.ts';
import type { Engine } from './engine.ts';

/** Ours, through the product's own way of opening the database. */
export function clipshelf(): Engine {
  let database: IDBDatabase;
  const steps: number[] = [];
  const open = async (): Promise<void> => {
    database ??= (await openDatabase()).backendDB();
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
      return hits.map(({ clip, passage }) => ({
        id: clip.id,
        title: clip.title,
        snippet: passage?.text ?? '',
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
      await putDocument(transaction, searchDocument(clip, body));
      await ended;
      return performance.now() - start;
    },
    async upkeep() {
      await maintain();
      return steps.splice(0);
    },
  };
}
