import { Dexie, type Table } from 'dexie';
import type { LibraryLock } from '../core/sync/library-lock.ts';

/** Keys of this browser profile, none of which can be taken out of it. */
export type KeyRow =
  | { readonly id: 'token'; readonly key: CryptoKey }
  /** Of the encrypted library that this device syncs with. */
  | { readonly id: 'library'; readonly key: CryptoKey; readonly lock: LibraryLock }
  /** What was met in a repository and has no key here yet. */
  | { readonly id: 'met'; readonly lock: LibraryLock };

export const keyDatabaseName = 'clipshelf-key';

/** Opens the database of keys for a moment. */
export async function withKeys<Result>(
  name: string,
  work: (keys: Table<KeyRow, KeyRow['id']>) => Promise<Result>,
): Promise<Result> {
  const database = new Dexie(name, { cache: 'disabled' }) as Dexie & { keys: Table<KeyRow, KeyRow['id']> };
  database.version(1).stores({ keys: 'id' });
  try {
    await database.open();
    return await work(database.keys);
  } finally {
    database.close();
  }
}

/** With the keys all is gone that only they open: the sealed token, and the key of an encrypted library. */
export async function forgetKeys(name = keyDatabaseName): Promise<void> {
  await Dexie.delete(name);
}
