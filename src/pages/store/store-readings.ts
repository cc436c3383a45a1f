import { type ReadonlySignal, effect, untracked } from '@preact/signals';
import { Failure } from '../../core/failure.ts';
import type { Database } from '../../database/database.ts';
import type { live } from '../../database/live.ts';
import type { storeFailure } from '../../database/store-failure.ts';

/** How a page reads the library. */
export interface StoreReadings<Storage> {
  /** Reads once it is open and again after every change of what was read; returns the function that ends it. */
  readonly watch: <Result>(
    query: (database: Database) => Promise<Result>,
    onResult: (result: Result) => void,
  ) => () => void;
  /** Reads once. Rejects with a `store/…` failure, or with the abort of its own signal. */
  readonly read: <Result>(
    query: (database: Database, storage: Storage) => Promise<Result>,
  ) => Promise<Result>;
}

/** What of storage reading takes; a page may load it beside its first paint rather than before. */
export interface ReadingStorage {
  readonly live: typeof live;
  readonly storeFailure: typeof storeFailure;
}

export interface Opened<Storage> {
  readonly kind: 'open';
  readonly database: Database;
  readonly storage: Storage;
}

export function storeReadings<Storage extends ReadingStorage>(
  state: ReadonlySignal<Opened<Storage> | { readonly kind: 'opening' | 'failed' }>,
  onFailure: (failure: Failure) => void,
): StoreReadings<Storage> {
  return {
    watch: (query, onResult) =>
      effect(() => {
        const now = state.value;
        if (now.kind !== 'open') return undefined;
        const { database, storage } = now;
        const fail = (error: unknown) => onFailure(storage.storeFailure(error));
        // What the query or its receiver looks at is no reason to ask again.
        return untracked(() => storage.live(() => query(database), onResult, fail));
      }),
    async read(query) {
      const now = state.peek();
      if (now.kind !== 'open') throw new Failure('store/unavailable', now.kind);
      try {
        return await query(now.database, now.storage);
      } catch (error) {
        if (error instanceof DOMException && error.name === 'AbortError') throw error;
        throw now.storage.storeFailure(error);
      }
    },
  };
}
