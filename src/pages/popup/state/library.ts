import { type ReadonlySignal, effect, signal, untracked } from '@preact/signals';
import { Failure, type FailureCode, failureCode } from '../../../domain/failure.ts';
import type { Database } from '../../../storage/database.ts';
import type { PopupDependencies, Storage } from './dependencies.ts';

export type LibraryState =
  | { readonly kind: 'opening'; readonly slow: boolean }
  | { readonly kind: 'open'; readonly database: Database; readonly storage: Storage }
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
  readonly read: <Result>(
    query: (database: Database, storage: Storage) => Promise<Result>,
  ) => Promise<Result>;
}

/** After this many ms without a database the popup says so. */
const slowAfter = 2000;

export function createLibrary({
  loadStorage,
  reportBug,
}: Pick<PopupDependencies, 'loadStorage' | 'reportBug'>): Library {
  const state = signal<LibraryState>({ kind: 'opening', slow: false });

  const fail = (error: unknown) => {
    state.value = { kind: 'failed', code: failureCode(error, reportBug) };
  };

  const open = async () => {
    state.value = { kind: 'opening', slow: false };
    const timer = setTimeout(() => {
      if (state.value.kind === 'opening') state.value = { kind: 'opening', slow: true };
    }, slowAfter);
    try {
      const storage = await loadStorage();
      state.value = { kind: 'open', database: await storage.openDatabase(), storage };
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
        return untracked(() =>
          now.storage.live(
            () => query(now.database),
            onResult,
            (error) => fail(now.storage.storeFailure(error)),
          ),
        );
      });
    },
    async read(query) {
      const now = state.peek();
      if (now.kind !== 'open') throw new Failure('store/unavailable', now.kind);
      try {
        return await query(now.database, now.storage);
      } catch (error) {
        if (error instanceof Error && error.name === 'AbortError') throw error;
        throw now.storage.storeFailure(error);
      }
    },
  };
}
