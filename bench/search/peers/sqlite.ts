import type { Engine } from '../engines/engine.ts';
import { addRows, openRows, showRows, textOf } from '../engines/library-rows.ts';
import type { Command } from './sqlite-worker.ts';

/** SQLite's FTS5 as WebAssembly over OPFS, which only a dedicated worker has. */
export function sqlite(): Engine {
  let database: IDBDatabase;
  let worker: Worker | null = null;
  let next = 0;
  const ask = async (command: Command): Promise<unknown> => {
    worker ??= new Worker(new URL('sqlite-worker.ts', import.meta.url), { type: 'module' });
    const current = worker;
    const at = (next += 1);
    return await new Promise((resolve, reject) => {
      const answered = ({ data }: MessageEvent<{ at: number; value?: unknown; error?: string }>): void => {
        if (data.at !== at) return;
        current.removeEventListener('message', answered);
        if (data.error === undefined) resolve(data.value);
        else reject(new Error(data.error));
      };
      current.addEventListener('message', answered);
      current.postMessage({ at, command }, []);
    });
  };
  const put = async (saved: Parameters<Engine['add']>[0]): Promise<void> => {
    await addRows(database, saved);
    await ask({
      kind: 'add',
      texts: saved.map((one) => ({ id: one.clip.id, title: one.clip.title, text: textOf(one) })),
    });
  };
  return {
    async open() {
      database = await openRows();
    },
    async add(clips) {
      database ??= await openRows();
      await put(clips);
    },
    finish: () => Promise.resolve(),
    async answer(query, limit) {
      const ids = (await ask({ kind: 'find', query, limit })) as string[];
      return await showRows(database, ids, query);
    },
    async indexBytes() {
      return Number(await ask({ kind: 'size' }));
    },
    async addOne(saved) {
      const start = performance.now();
      await put([saved]);
      return performance.now() - start;
    },
  };
}
