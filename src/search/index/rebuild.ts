import type { Clip, ClipBody } from '../../core/clip/clip.ts';
import { searchDocument } from '../text/document.ts';
import { flushWriteBuffer } from './flush-write-buffer.ts';
import { writeOf } from './put-document.ts';
import { result, writeEach } from './request.ts';
import { emptyState, readState, writeState, type FreshRow } from './state.ts';
import { searchStoreNames } from './stores.ts';

/** Clips indexed in one step of a rebuild. */
const clipsPerStep = 16;

/** Empties the index; the steps that follow fill it from the library. */
export async function resetIndex(transaction: IDBTransaction): Promise<void> {
  await writeEach(searchStoreNames, (name) => transaction.objectStore(name).clear());
  await writeState(transaction, emptyState(''));
}

/** Has the index rebuilt from the library by the next steps of maintenance; search answers meanwhile. */
export async function requestRebuild(database: IDBDatabase): Promise<void> {
  await resetIndex(database.transaction(searchStoreNames, 'readwrite'));
}

/** The next clips of the library, in the order of their ids, each with its text. */
export interface ClipsToIndex {
  readonly after: string;
  readonly clips: readonly { readonly clip: Clip; readonly body: ClipBody | undefined }[];
}

/** Reads them. Only reads: whoever lists or searches clips meanwhile does not wait. */
export async function clipsToIndex(transaction: IDBTransaction, after: string): Promise<ClipsToIndex> {
  const range = after === '' ? null : IDBKeyRange.lowerBound(after, true);
  const clips = await result<Clip[]>(transaction.objectStore('clips').getAll(range, clipsPerStep));
  const bodies = transaction.objectStore('bodies');
  return {
    after,
    clips: await Promise.all(
      clips.map(async (clip) => ({
        clip,
        body: await result<ClipBody | undefined>(bodies.get(clip.id)),
      })),
    ),
  };
}

/** Indexes those of them that are not in the index yet, straight into a segment, with what was written meanwhile. */
export async function rebuildStep(transaction: IDBTransaction, { clips }: ClipsToIndex): Promise<void> {
  const docs = transaction.objectStore('searchDocs');
  const [state, fresh, ...known] = await Promise.all([
    readState(transaction),
    result<FreshRow[]>(transaction.objectStore('searchFresh').getAll()),
    ...clips.map(({ clip }) => result(docs.index('id').getKey(clip.id))),
  ]);
  if (state === null) return;
  const missing = clips.filter((_, index) => known[index] === undefined);
  const writes = missing.map(({ clip, body }, index) =>
    writeOf(
      searchDocument(clip, { blocks: body?.blocks ?? [] }),
      state.nextWrite + index,
      state.nextSlot + index,
    ),
  );
  const counted = {
    ...state,
    nextWrite: state.nextWrite + writes.length,
    nextSlot: state.nextSlot + writes.length,
    docs: state.docs + writes.length,
  };
  const last = clips.at(-1)?.clip.id;
  const [flushed] = await Promise.all([
    clips.length > 0
      ? flushWriteBuffer(transaction, counted, [...fresh, ...writes.map(({ row }) => row)])
      : counted,
    writeEach(writes, ({ doc }) => docs.put(doc)),
  ]);
  await writeState(transaction, {
    ...flushed,
    rebuiltTo: clips.length < clipsPerStep || last === undefined ? null : last,
  });
}
