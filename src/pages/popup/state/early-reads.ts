import type { Clip } from '../../../core/clip/clip.ts';
import { labelsOfTags, newestClips, openForReading } from '../../../database/reading-connection.ts';
import { databaseName } from '../../../database/prewarm.ts';
import type { search, searchNearby } from '../../../search/index/search.ts';

/** What the list shows and finds before the storage's code is there. All of it rejects as IndexedDB does. */
export interface EarlyReads {
  readonly newest: (limit: number) => Promise<readonly Clip[]>;
  readonly labels: (keys: readonly string[]) => Promise<ReadonlyMap<string, string>>;
  readonly search: (...asked: Asked<typeof search>) => ReturnType<typeof search>;
  readonly nearby: (...asked: Asked<typeof searchNearby>) => ReturnType<typeof searchNearby>;
}

type Asked<Ask extends (...all: never[]) => unknown> =
  Parameters<Ask> extends [IDBDatabase, ...infer Rest] ? Rest : never;

/**
 * Opens the library to read it without Dexie, which is half of the popup's code; null where that cannot be. The search
 * is a file of its own, loaded while the browser opens the database.
 */
export async function openEarlyReads(ended: () => void, name = databaseName): Promise<EarlyReads | null> {
  const loading = import('../../../search/index/search.ts');
  const [code, database] = await Promise.all([loading, openForReading(ended, name)]);
  if (database === null) return null;
  return {
    newest: (limit) => newestClips(database, limit),
    labels: (keys) => labelsOfTags(database, keys),
    search: (...asked) => code.search(database, ...asked),
    nearby: (...asked) => code.searchNearby(database, ...asked),
  };
}
