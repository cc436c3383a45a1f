import { DamagedIndex } from './codec/entries.ts';
import { chooseMerge } from './choose-merge.ts';
import { flushWriteBuffer } from './flush-write-buffer.ts';
import { mergeStep, startMerge } from './merge-segments.ts';
import { prepareClips, putPrepared, resetIndex } from './rebuild.ts';
import { committed, result } from './request.ts';
import { allBlocks, blockStore } from './segment-blocks.ts';
import { readState, writeState, type FreshRow, type IndexState } from './state.ts';
import { searchStoreNames } from './stores.ts';

/** Rows of level 0 that a search can look through in no time; from so many on they become a segment. */
const mostFresh = 8;
const flushedPerStep = 16;
/** Blocks deleted in one step. */
const deletedPerStep = 128;

export interface MaintenanceStep {
  /** False while there is more to do. */
  readonly done: boolean;
}

async function clearStep(
  transaction: IDBTransaction,
  state: IndexState,
  segment: number,
): Promise<IndexState> {
  const store = blockStore(transaction);
  const keys = await result(store.getAllKeys(allBlocks(segment), deletedPerStep));
  const [first] = keys;
  const last = keys.at(-1);
  if (first !== undefined && last !== undefined) await result(store.delete(IDBKeyRange.bound(first, last)));
  if (keys.length === deletedPerStep) return state;
  return { ...state, garbage: state.garbage.filter((id) => id !== segment) };
}

/** What merging and clearing have to do next; null if nothing. */
async function compactionStep(transaction: IDBTransaction, state: IndexState): Promise<IndexState | null> {
  const [garbage] = state.garbage;
  if (garbage !== undefined) return await clearStep(transaction, state, garbage);
  if (state.merge !== null) return await mergeStep(transaction, state, state.merge);
  const fresh = transaction.objectStore('searchFresh');
  if ((await result(fresh.count())) >= mostFresh) {
    return await flushWriteBuffer(
      transaction,
      state,
      await result<FreshRow[]>(fresh.getAll(null, flushedPerStep)),
    );
  }
  const inputs = chooseMerge(state.segments, state.rebuiltTo !== null);
  return inputs.length > 0 ? await mergeStep(transaction, ...started(state, inputs)) : null;
}

function started(
  ...[state, inputs]: Parameters<typeof startMerge>
): [IndexState, NonNullable<IndexState['merge']>] {
  const next = startMerge(state, inputs);
  if (next.merge === null) throw new DamagedIndex('merge did not start');
  return [next, next.merge];
}

/** What was done; whether a rebuild has to go on. */
type Step = MaintenanceStep & { readonly rebuilding?: boolean };

async function step(transaction: IDBTransaction): Promise<Step> {
  const state = await readState(transaction);
  if (state === null) {
    await resetIndex(transaction);
    return { done: false };
  }
  const compacted = await compactionStep(transaction, state);
  if (compacted !== null) {
    await writeState(transaction, compacted);
    return { done: false };
  }
  return { done: state.rebuiltTo === null, rebuilding: state.rebuiltTo !== null };
}

async function abandon(transaction: IDBTransaction, ended: Promise<void>): Promise<void> {
  try {
    transaction.abort();
  } catch (error) {
    // A failed request has aborted it already.
    if (!(error instanceof DOMException && error.name === 'InvalidStateError')) throw error;
  }
  await ended.catch(() => undefined);
}

/** Runs one step in a transaction that writes the index alone; an index that is found to be damaged is begun anew. */
async function writing(
  database: IDBDatabase,
  work: (transaction: IDBTransaction) => Promise<Step>,
): Promise<Step> {
  const transaction = database.transaction(searchStoreNames, 'readwrite');
  const ended = committed(transaction);
  try {
    const outcome = await work(transaction);
    await ended;
    return outcome;
  } catch (error) {
    await abandon(transaction, ended);
    if (!(error instanceof DamagedIndex)) throw error;
    await resetIndex(database.transaction(searchStoreNames, 'readwrite'));
    return { done: false };
  }
}

/**
 * One small step of whatever the index needs: rebuilding where it is missing, damaged or of another version,
 * merging, clearing away. Call again until `done`; may be stopped and resumed at any point. Opens its own transactions,
 * none of which writes clips; call it from the background only, under a lock.
 */
export async function maintainStep(database: IDBDatabase): Promise<MaintenanceStep> {
  const { done, rebuilding = false } = await writing(database, step);
  if (!rebuilding) return { done };
  const prepared = await prepareClips(database);
  if (prepared !== null) {
    await writing(database, async (transaction) => {
      await putPrepared(transaction, prepared);
      return { done: false };
    });
  }
  return { done: false };
}
