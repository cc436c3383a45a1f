import type { Clip } from '../core/clip/clip.ts';
import type { TagRow } from '../core/tag/tag.ts';
import { adoptPrewarmed, nativeVersion } from './prewarm.ts';

/**
 * A connection to read from before Dexie's code is there, by plain IndexedDB. null where the library is not there in this
 * version or does not open: it makes and changes nothing, and `openDatabase` says why. `ended` is called once where the
 * connection is closed: another version asks for the database, or the browser deletes it.
 */
export function openForReading(ended: () => void, name: string): Promise<IDBDatabase | null> {
  return new Promise((resolve) => {
    const request = adoptPrewarmed(name, nativeVersion) ?? indexedDB.open(name, nativeVersion);
    request.addEventListener('upgradeneeded', () => request.transaction?.abort());
    request.addEventListener('blocked', () => resolve(null));
    request.addEventListener('error', (event) => {
      event.preventDefault();
      resolve(null);
    });
    request.addEventListener('success', () => {
      const database = request.result;
      database.addEventListener('close', ended);
      database.addEventListener('versionchange', () => {
        database.close();
        ended();
      });
      resolve(database);
    });
  });
}

function rejecting(transaction: IDBTransaction, reject: (error: unknown) => void): void {
  transaction.addEventListener('abort', () => reject(transaction.error));
}

/** The clips in the library, newest first, as `recentClips` has them. Rejects as IndexedDB does. */
export function newestClips(database: IDBDatabase, limit: number): Promise<readonly Clip[]> {
  return new Promise((resolve, reject) => {
    const transaction = database.transaction('clips');
    rejecting(transaction, reject);
    const clips: Clip[] = [];
    const request = transaction.objectStore('clips').index('savedAt').openCursor(null, 'prev');
    request.addEventListener('success', () => {
      const cursor = request.result;
      if (cursor === null) return resolve(clips);
      const clip: Clip = cursor.value;
      if (clip.trashedAt === null) clips.push(clip);
      return clips.length < limit ? cursor.continue() : resolve(clips);
    });
  });
}

/** Labels by key, as `tagLabels` has them. Rejects as IndexedDB does. */
export function labelsOfTags(
  database: IDBDatabase,
  keys: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const labels = new Map(keys.map((key) => [key, key]));
  if (keys.length === 0) return Promise.resolve(labels);
  return new Promise((resolve, reject) => {
    const transaction = database.transaction('tags');
    rejecting(transaction, reject);
    transaction.addEventListener('complete', () => resolve(labels));
    for (const key of keys) {
      const request: IDBRequest<TagRow | undefined> = transaction.objectStore('tags').get(key);
      request.addEventListener('success', () => labels.set(key, request.result?.label ?? key));
    }
  });
}
