import { type ReadonlySignal, signal } from '@preact/signals';
import { type FailureCode, failureCode } from '../../../domain/failure.ts';
import { type Opened, type ShelfReadings, shelfReadings } from '../../shelf/shelf-readings.ts';
import type { PopupDependencies, Storage } from './dependencies.ts';

export type LibraryState =
  | { readonly kind: 'opening'; readonly slow: boolean }
  | Opened<Storage>
  | { readonly kind: 'failed'; readonly code: FailureCode };

/** The database as the popup sees it: its code is loaded beside the first paint, and it says where that takes long. */
export interface Library extends ShelfReadings<Storage> {
  readonly state: ReadonlySignal<LibraryState>;
  readonly open: () => void;
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

  return { state, open: () => void open(), ...shelfReadings(state, fail) };
}
