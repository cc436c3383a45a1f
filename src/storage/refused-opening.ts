import type { Dexie } from 'dexie';
import { Failure } from '../domain/failure.ts';
import { nativeVersion } from './early-opening.ts';

/** After this many ms without an answer the opening may be waiting behind another one. */
const looksAfter = 2500;

/**
 * Rejects with `store/blocked` where a page of an older release holds the database. The browser says so to the first that
 * asks; whoever asks after it waits in silence, and finds out by the version that stands there still.
 */
export function refusedOpening(database: Dexie, ended: AbortSignal): Promise<never> {
  return new Promise((_resolve, reject) => {
    const refuse = (): void => reject(new Failure('store/blocked', 'an older page of Clipshelf is open'));
    database.on('blocked', refuse);
    const timer = setTimeout(() => {
      isOlder(database.name).then((older) => {
        if (older) refuse();
      }, reject);
    }, looksAfter);
    ended.addEventListener('abort', () => clearTimeout(timer));
  });
}

async function isOlder(name: string): Promise<boolean> {
  const all = await indexedDB.databases();
  return all.some((one) => one.name === name && (one.version ?? nativeVersion) < nativeVersion);
}
