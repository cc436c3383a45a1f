import { type ReadonlySignal, signal } from '@preact/signals';
import { Failure, type FailureCode } from '../../core/failure.ts';
import type { Database } from '../../database/database.ts';
import { onGone } from '../../database/gone.ts';
import { live } from '../../database/live.ts';
import { storeFailure } from '../../database/store-failure.ts';
import { type Opened, type ReadingStorage, type StoreReadings, storeReadings } from './store-readings.ts';

export type StoreState =
  | { readonly kind: 'opening' }
  | Opened<ReadingStorage>
  | { readonly kind: 'failed'; readonly code: FailureCode };

/** The database as a page sees it: opened once, beside the first paint, and read through `watch` and `read`. */
export interface OpenStore extends StoreReadings<ReadingStorage> {
  readonly state: ReadonlySignal<StoreState>;
  readonly open: () => void;
}

export function createStore(openDatabase: () => Promise<Database>): OpenStore {
  const state = signal<StoreState>({ kind: 'opening' });
  const fail = (error: unknown) => {
    state.value = { kind: 'failed', code: storeFailure(error).code };
  };
  const open = async () => {
    state.value = { kind: 'opening' };
    try {
      const database = await openDatabase();
      onGone(database, () => fail(new Failure('store/gone')));
      state.value = { kind: 'open', database, storage: { live, storeFailure } };
    } catch (error) {
      fail(error);
    }
  };
  return { state, open: () => void open(), ...storeReadings(state, fail) };
}
