import { Index, IndexedDB } from 'flexsearch';
import type { Engine } from '../engines/engine.ts';
import { addRows, openRows, showRows, textOf } from '../engines/library-rows.ts';
import { Tokenizer } from '../engines/tokens.ts';

/** FlexSearch with its postings in IndexedDB. */
export function flexsearchIdb(): Engine {
  let database: IDBDatabase;
  let index: Index | null = null;
  const tokenizer = new Tokenizer();
  const open = async (): Promise<Index> => {
    database ??= await openRows();
    if (index === null) {
      index = new Index({ encode: tokenizer.tokenize, tokenize: 'strict', resolution: 9, commit: false });
      await index.mount(new IndexedDB('flexsearch'));
    }
    return index;
  };
  return {
    async open() {
      await open();
    },
    async add(clips) {
      const opened = await open();
      await addRows(database, clips);
      for (const saved of clips) opened.add(saved.clip.id, textOf(saved));
      await opened.commit();
    },
    finish: () => Promise.resolve(),
    async answer(query, limit) {
      const opened = await open();
      const found = await Promise.resolve(tokenizer.asking(() => opened.search(query, { limit })));
      return await showRows(database, found.map(String), query);
    },
    indexBytes: () => Promise.resolve(null),
    addOne: async (saved) => {
      const opened = await open();
      const start = performance.now();
      await addRows(database, [saved]);
      opened.add(saved.clip.id, textOf(saved));
      await opened.commit();
      return performance.now() - start;
    },
  };
}
