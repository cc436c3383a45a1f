import { type ReadonlySignal, signal } from '@preact/signals';
import { Failure, type FailureCode, failureCode } from '../../../core/failure.ts';
import { type Opened, type StoreReadings, storeReadings } from '../../store/store-readings.ts';
import type { PopupDependencies, Storage } from './dependencies.ts';
import type { EarlyReads } from './early-reads.ts';

export type StoreState =
  | { readonly kind: 'opening'; readonly slow: boolean }
  | Opened<Storage>
  | { readonly kind: 'failed'; readonly code: FailureCode };

/** The database as the popup sees it: its code is loaded beside the first paint, and it says where that takes long. */
export interface Store extends StoreReadings<Storage> {
  readonly state: ReadonlySignal<StoreState>;
  /** Reads the library before its state is `open`, and as long as its connection lasts; null without one. */
  readonly early: ReadonlySignal<EarlyReads | null>;
  readonly open: () => void;
}

/** After this many ms without a database the popup says so. */
const slowAfter = 2000;

export function createStore({
  loadStorage,
  openEarly,
  reportBug,
}: Pick<PopupDependencies, 'loadStorage' | 'openEarly' | 'reportBug'>): Store {
  const state = signal<StoreState>({ kind: 'opening', slow: false });
  const early = signal<EarlyReads | null>(null);

  const readEarly = async () => {
    let over = false;
    const reads = await openEarly(() => {
      over = true;
      early.value = null;
    });
    if (!over) early.value = reads;
  };

  const fail = (error: unknown) => {
    state.value = { kind: 'failed', code: failureCode(error, reportBug) };
  };

  const open = async () => {
    state.value = { kind: 'opening', slow: false };
    if (early.peek() === null) readEarly().catch(reportBug);
    const timer = setTimeout(() => {
      if (state.value.kind === 'opening') state.value = { kind: 'opening', slow: true };
    }, slowAfter);
    try {
      const storage = await loadStorage();
      const database = await storage.openDatabase();
      storage.onGone(database, () => fail(new Failure('store/gone')));
      state.value = { kind: 'open', database, storage };
    } catch (error) {
      fail(error);
    } finally {
      clearTimeout(timer);
    }
  };

  return { state, early, open: () => void open(), ...storeReadings(state, fail) };
}
