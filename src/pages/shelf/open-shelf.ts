import { type ReadonlySignal, signal } from '@preact/signals';
import type { FailureCode } from '../../domain/failure.ts';
import type { Database } from '../../storage/database.ts';
import { live } from '../../storage/live.ts';
import { storeFailure } from '../../storage/store-failure.ts';
import { type Opened, type ReadingStorage, type ShelfReadings, shelfReadings } from './shelf-readings.ts';

export type ShelfState =
  | { readonly kind: 'opening' }
  | Opened<ReadingStorage>
  | { readonly kind: 'failed'; readonly code: FailureCode };

/** The database as a page sees it: opened once, beside the first paint, and read through `watch` and `read`. */
export interface OpenShelf extends ShelfReadings<ReadingStorage> {
  readonly state: ReadonlySignal<ShelfState>;
  readonly open: () => void;
}

export function createShelf(openDatabase: () => Promise<Database>): OpenShelf {
  const state = signal<ShelfState>({ kind: 'opening' });
  const fail = (error: unknown) => {
    state.value = { kind: 'failed', code: storeFailure(error).code };
  };
  const open = async () => {
    state.value = { kind: 'opening' };
    try {
      state.value = { kind: 'open', database: await openDatabase(), storage: { live, storeFailure } };
    } catch (error) {
      fail(error);
    }
  };
  return { state, open: () => void open(), ...shelfReadings(state, fail) };
}
