import { type ReadonlySignal, effect, signal, untracked } from '@preact/signals';
import { Failure, type FailureCode } from '../../../domain/failure.ts';
import type { Database } from '../../../storage/database.ts';
import { live } from '../../../storage/live.ts';
import { storeFailure } from '../../../storage/store-failure.ts';
import type { PopupDependencies } from './dependencies.ts';

export type LibraryState =
  | { readonly kind: 'opening'; readonly slow: boolean }
  | { readonly kind: 'open'; readonly database: Database }
  | { readonly kind: 'failed'; readonly code: FailureCode };

/** The database as the popup sees it: opened once, beside the first paint, and read through `watch`. */
export interface Library {
  readonly state: ReadonlySignal<LibraryState>;
  readonly open: () => void;
  /** Reads now (once it is open) and again after every change; returns the function that ends it. */
  readonly watch: <Result>(
    query: (database: Database) => Promise<Result>,
    onResult: (result: Result) => void,
  ) => () => void;
  /** Reads once. Rejects with a `store/…` failure. */
  readonly read: <Result>(query: (database: Database) => Promise<Result>) => Promise<Result>;
}

/** After this many ms without a database the popup says so. */
const slowAfter = 2000;

export function createLibrary({ openDatabase }: Pick<PopupDependencies, 'openDatabase'>): Library {
  const state = signal<LibraryState>({ kind: 'opening', slow: false });

  const fail = (error: unknown) => {
    state.value = { kind: 'failed', code: storeFailure(error).code };
  };

  const open = async () => {
    state.value = { kind: 'opening', slow: false };
    const timer = setTimeout(() => {
      if (state.value.kind === 'opening') state.value = { kind: 'opening', slow: true };
    }, slowAfter);
    try {
      state.value = { kind: 'open', database: await openDatabase() };
    } catch (error) {
      fail(error);
    } finally {
      clearTimeout(timer);
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
        if (error instanceof Error && error.name === 'AbortError') throw error;
        throw storeFailure(error);
      }
    },
  };
}
