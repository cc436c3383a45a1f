import type { LibraryLock } from '../../core/sync/library-lock.ts';
import { keyDatabaseName, withKeys } from '../key-database.ts';
import { type LibraryKey, makeLock, openLock } from './library-key.ts';

/** Locks a new library with a passphrase, and keeps its key here. The passphrase is kept nowhere. */
export async function lockLibrary(passphrase: string, name = keyDatabaseName): Promise<void> {
  const { lock, key } = await makeLock(passphrase);
  await withKeys(name, (keys) => keys.put({ id: 'library', key, lock }));
}

/** Keeps the key of the library that was met, where this is its passphrase. Else nothing changes, and it is false. */
export async function unlockLibrary(passphrase: string, name = keyDatabaseName): Promise<boolean> {
  const met = await withKeys(name, (keys) => keys.get('met'));
  const lock = met?.id === 'met' ? met.lock : null;
  const key = lock === null ? null : await openLock(passphrase, lock);
  if (lock === null || key === null) return false;
  await withKeys(name, async (keys) => {
    await keys.put({ id: 'library', key, lock });
    await keys.delete('met');
  });
  return true;
}

/** Notes what a repository is locked with, for who knows the passphrase. */
export async function meetLock(lock: LibraryLock, name = keyDatabaseName): Promise<void> {
  await withKeys(name, (keys) => keys.put({ id: 'met', lock }));
}

/** The key of the library that this device syncs with, and its lock; null where there is none. */
export async function keptKey(
  name = keyDatabaseName,
): Promise<{ readonly key: LibraryKey; readonly lock: LibraryLock } | null> {
  const row = await withKeys(name, (keys) => keys.get('library'));
  return row?.id === 'library' ? row : null;
}
