import type { Clip, ClipBody, ClipId } from '../../core/clip/clip.ts';
import { searchDocument } from '../text/document.ts';
import { flushWriteBuffer, type TermWrite } from './flush-write-buffer.ts';
import { writeOf } from './put-document.ts';
import { result, writeEach } from './request.ts';
import { emptyState, readState, writeState, type DocRow, type FreshRow } from './state.ts';
import { searchStoreNames } from './stores.ts';

/** Clips indexed in one step of a rebuild. */
const clipsPerStep = 48;

/** Empties the index; the steps that follow fill it from the library. */
export async function resetIndex(transaction: IDBTransaction): Promise<void> {
  await writeEach(searchStoreNames, (name) => transaction.objectStore(name).clear());
  await writeState(transaction, emptyState(''));
}

/** Has the index rebuilt from the library by the next steps of maintenance; search answers meanwhile. */
export async function requestRebuild(database: IDBDatabase): Promise<void> {
  await resetIndex(database.transaction(searchStoreNames, 'readwrite'));
}

/** The next clips of the library, by their ids, ready to be written into the index as it was when they were read. */
export interface PreparedClips {
  /** Of the index: what it had counted, so that it is seen whether something was written since. */
  readonly generation: string;
  readonly nextWrite: number;
  /** Up to and including this one, the index covers the library then; null: all of it. */
  readonly rebuiltTo: ClipId | null;
  readonly writes: readonly { readonly row: TermWrite; readonly doc: DocRow }[];
}

/**
 * Reads them, and makes the terms of those that are not in the index yet, outside of any transaction: nobody waits for
 * that. Null where no rebuild is under way.
 */
export async function prepareClips(database: IDBDatabase): Promise<PreparedClips | null> {
  const transaction = database.transaction(['clips', 'bodies', 'searchState', 'searchDocs'], 'readonly');
  const state = await readState(transaction);
  if (state === null || state.rebuiltTo === null) return null;
  const { generation, nextWrite, nextSlot, rebuiltTo } = state;
  const after = rebuiltTo === '' ? null : IDBKeyRange.lowerBound(rebuiltTo, true);
  const clips = await result<Clip[]>(transaction.objectStore('clips').getAll(after, clipsPerStep));
  const [first, last] = [clips.at(0)?.id, clips.at(-1)?.id];
  if (first === undefined || last === undefined)
    return { generation, nextWrite, rebuiltTo: null, writes: [] };
  const all = IDBKeyRange.bound(first, last);
  const [bodies, docs] = await Promise.all([
    result<ClipBody[]>(transaction.objectStore('bodies').getAll(all)),
    result<DocRow[]>(transaction.objectStore('searchDocs').index('id').getAll(all)),
  ]);
  const known = new Set(docs.map(({ id }) => id));
  const blocks = new Map(bodies.map((body) => [body.clipId, body.blocks]));
  const missing = clips.filter(({ id }) => !known.has(id));
  const writes = missing.map((clip, i) =>
    writeOf(searchDocument(clip, { blocks: blocks.get(clip.id) ?? [] }), nextWrite + i, nextSlot + i),
  );
  return { generation, nextWrite, rebuiltTo: clips.length < clipsPerStep ? null : last, writes };
}

/**
 * Writes them straight into a segment, with what was written before them; nothing where the index has been written into
 * since they were read: they may have changed with it, and are read anew.
 */
export async function putPrepared(
  transaction: IDBTransaction,
  { generation, nextWrite, rebuiltTo, writes }: PreparedClips,
): Promise<void> {
  const [state, fresh] = await Promise.all([
    readState(transaction),
    result<FreshRow[]>(transaction.objectStore('searchFresh').getAll()),
  ]);
  if (state === null || state.generation !== generation || state.nextWrite !== nextWrite) return;
  const counted = {
    ...state,
    nextWrite: nextWrite + writes.length,
    nextSlot: state.nextSlot + writes.length,
    docs: state.docs + writes.length,
  };
  const docs = transaction.objectStore('searchDocs');
  const [flushed] = await Promise.all([
    writes.length > 0
      ? flushWriteBuffer(transaction, counted, [...fresh, ...writes.map(({ row }) => row)])
      : counted,
    writeEach(writes, ({ doc }) => docs.put(doc)),
  ]);
  await writeState(transaction, { ...flushed, rebuiltTo });
}
