import { fold } from '../../../src/search/text/fold.ts';
import type { ClipBody } from '../../../src/core/clip/clip.ts';
import { result } from '../../../src/search/index/request.ts';
import type { Engine } from './engine.ts';
import { addRows, openRows, showRows } from './library-rows.ts';
import { queryTokens } from './tokens.ts';

function rows(
  answer: (database: IDBDatabase, query: string, limit: number) => Promise<readonly string[]>,
): Engine {
  let database: IDBDatabase;
  const open = async (): Promise<void> => {
    database ??= await openRows();
  };
  return {
    open,
    async add(clips) {
      await open();
      await addRows(database, clips);
    },
    finish: () => Promise.resolve(),
    async answer(query, limit) {
      return await showRows(database, await answer(database, query, limit), query);
    },
    indexBytes: () => Promise.resolve(0),
    addOne: null,
  };
}

/** No search at all: opens the database and reads 20 rows. What nothing can be faster than. */
export function floor(): Engine {
  const engine = rows(async (database, _query, limit) => {
    const keys = await result(database.transaction('clips').objectStore('clips').getAllKeys(null, limit));
    return keys.map(String);
  });
  let database: IDBDatabase;
  return {
    ...engine,
    async open() {
      database = await openRows();
    },
    async add(clips) {
      await engine.add(clips);
    },
    async answer(_query, limit) {
      const clips = await result<{ id: string; title: string }[]>(
        database.transaction('clips').objectStore('clips').getAll(null, limit),
      );
      return clips.map(({ id, title }) => ({ id, title, snippet: '' }));
    },
  };
}

/** Reads every text and looks whether all tokens are in it. */
export function scan(): Engine {
  return rows(async (database, query, limit) => {
    const tokens = queryTokens(query);
    const store = database.transaction('bodies').objectStore('bodies');
    const found: { id: string; score: number }[] = [];
    for (let range: IDBKeyRange | null = null; ;) {
      const bodies: ClipBody[] = await result(store.getAll(range, 200));
      for (const { clipId, blocks } of bodies) {
        const text = fold(blocks.map((block) => block.text).join('\n'));
        if (!tokens.every((token) => text.includes(token))) continue;
        const score = tokens.reduce((sum, token) => sum + text.split(token).length - 1, 0);
        found.push({ id: clipId, score });
      }
      const last = bodies.at(-1);
      if (last === undefined) break;
      range = IDBKeyRange.lowerBound(last.clipId, true);
    }
    return found
      .sort((a, b) => b.score - a.score)
      .slice(0, limit)
      .map(({ id }) => id);
  });
}
