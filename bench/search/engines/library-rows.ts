import type { Clip, ClipBody } from '../../../src/core/clip/clip.ts';
import { bestExcerpt, foldBlocks } from '../../../src/search/ranking/best-excerpt.ts';
import { queryTerms } from '../../../src/search/text/tokenize.ts';
import { committed, result } from '../../../src/search/index/request.ts';
import type { Saved } from '../corpus/library.ts';
import type { Shown } from './engine.ts';

/** The library that the peers read their results from: the same rows as ours. */
export async function openRows(): Promise<IDBDatabase> {
  const request = indexedDB.open('rows', 1);
  request.addEventListener('upgradeneeded', () => {
    request.result.createObjectStore('clips', { keyPath: 'id' });
    request.result.createObjectStore('bodies', { keyPath: 'clipId' });
    request.result.createObjectStore('values');
  });
  return await result(request);
}

export async function addRows(database: IDBDatabase, clips: readonly Saved[]): Promise<void> {
  const transaction = database.transaction(['clips', 'bodies'], 'readwrite');
  for (const { clip, body } of clips) {
    transaction.objectStore('clips').put(clip);
    transaction.objectStore('bodies').put(body);
  }
  await committed(transaction);
}

export async function putValue(database: IDBDatabase, key: string, value: unknown): Promise<void> {
  const transaction = database.transaction('values', 'readwrite');
  transaction.objectStore('values').put(value, key);
  await committed(transaction);
}

export async function getValue(database: IDBDatabase, key: string): Promise<unknown> {
  return await result<unknown>(database.transaction('values').objectStore('values').get(key));
}

/** Title and snippet of the results, for every engine in the same way. */
export async function showRows(
  database: IDBDatabase,
  ids: readonly string[],
  query: string,
): Promise<readonly Shown[]> {
  const transaction = database.transaction(['clips', 'bodies']);
  const matchers = queryTerms(query, 'parts').map(({ term }, unit) => ({
    unit,
    find: term,
    slack: Infinity,
    weight: 1,
  }));
  return await Promise.all(
    ids.map(async (id) => {
      const [clip, body] = await Promise.all([
        result<Clip>(transaction.objectStore('clips').get(id)),
        result<ClipBody>(transaction.objectStore('bodies').get(id)),
      ]);
      return {
        id,
        title: clip.title,
        snippet: bestExcerpt(foldBlocks(body.blocks), matchers).excerpt?.text ?? '',
      };
    }),
  );
}

export function textOf({ clip, body }: Saved): string {
  return [clip.title, ...body.blocks.map((block) => block.text)].join('\n');
}
