import { type ReadonlySignal, effect, signal, untracked } from '@preact/signals';
import { Failure, type FailureCode } from '../../domain/failure.ts';
import type { Database } from '../../storage/database.ts';
import { live } from '../../storage/live.ts';
import { storeFailure } from '../../storage/store-failure.ts';

export type ShelfState =
  | { readonly kind: 'opening' }
  | { readonly kind: 'open'; readonly database: Database }
  | { readonly kind: 'failed'; readonly code: FailureCode };

/** The database as a page sees it: opened once, beside the first paint, and read through `watch` and `read`. */
export interface OpenShelf {
  readonly state: ReadonlySignal<ShelfState>;
  readonly open: () => void;
  /** Reads once it is open and again after every change of what was read; returns the function that ends it. */
  readonly watch: <Result>(
    query: (database: Database) => Promise<Result>,
    onResult: (result: Result) => void,
  ) => () => void;
  /** Reads once. Rejects with a `store/…` failure, or with the abort of its own signal. */
  readonly read: <Result>(query: (database: Database) => Promise<Result>) => Promise<Result>;
}

export function createShelf(openDatabase: () => Promise<Database>): OpenShelf {
  const state = signal<ShelfState>({ kind: 'opening' });
  const fail = (error: unknown) => {
    state.value = { kind: 'failed', code: storeFailure(error).code };
  };
  const open = async () => {
    state.value = { kind: 'opening' };
    try {
      state.value = { kind: 'open', database: await openDatabase() };
    } catch (error) {
      fail(error);
    }
  };
  return {
    state,
    open: () => void open(),
    watch(query, onResult) {
      return effect(() => {
        const now = state.value;
        if (now.kind !== 'open') return undefined;
        // What the query or its receiver looks at is no reason to ask again.
        return untracked(() => live(() => query(now.database), onResult, fail));
      });
    },
    async read(query) {
      const now = state.peek();
      if (now.kind !== 'open') throw new Failure('store/unavailable', now.kind);
      try {
        return await query(now.database);
      } catch (error) {
        if (error instanceof DOMException && error.name === 'AbortError') throw error;
        throw storeFailure(error);
      }
    },
  };
}
