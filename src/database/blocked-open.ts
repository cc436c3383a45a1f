import type { Dexie } from 'dexie';
import { Failure } from '../core/failure.ts';
import { nativeVersion } from './prewarm.ts';

/** After this many ms without an answer the opening may be waiting behind another one. */
const looksAfter = 2500;

/**
 * Rejects with `store/blocked` where a page of an older release holds the database. The browser says so to the first that
 * asks; whoever asks after it waits in silence, and finds out by the version that stands there still.
 */
export async function detectBlockedOpen(database: Dexie, ended: AbortSignal): Promise<never> {
  await Promise.race([onBlocked(database), olderStands(database.name, ended)]);
  throw new Failure('store/blocked', 'an older page of Clipshelf is open');
}

function onBlocked(database: Dexie): Promise<void> {
  return new Promise((resolve) => {
    database.on('blocked', () => resolve());
  });
}

/** Resolves once an older version was seen there; not at all where there is none. */
function olderStands(name: string, ended: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const look = async (): Promise<void> => {
      const all = await indexedDB.databases();
      if (all.some((one) => one.name === name && (one.version ?? nativeVersion) < nativeVersion)) resolve();
    };
    const timer = setTimeout(() => void look().catch(reject), looksAfter);
    ended.addEventListener('abort', () => clearTimeout(timer));
  });
}
