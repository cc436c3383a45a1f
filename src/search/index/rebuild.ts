import type { Clip, ClipBody } from '../../core/clip/clip.ts';
import { searchDocument } from '../text/document.ts';
import { flushWriteBuffer } from './flush-write-buffer.ts';
import { putDocument } from './put-document.ts';
import { result } from './request.ts';
import { emptyState, readState, writeState, type FreshRow, type IndexState } from './state.ts';
import { searchStoreNames } from './stores.ts';

/** Clips indexed in one step of a rebuild. */
const clipsPerStep = 16;

/** Empties the index; the steps that follow fill it from the library. */
export async function resetIndex(transaction: IDBTransaction): Promise<void> {
  await Promise.all(searchStoreNames.map((name) => result(transaction.objectStore(name).clear())));
  await writeState(transaction, emptyState(''));
}

/** Has the index rebuilt from the library by the next steps of maintenance; search answers meanwhile. */
export async function requestRebuild(database: IDBDatabase): Promise<void> {
  await resetIndex(database.transaction(searchStoreNames, 'readwrite'));
}

/** Indexes the next clips of the library that are not in the index yet, straight into a segment. */
export async function rebuildStep(transaction: IDBTransaction, state: IndexState): Promise<void> {
  const range = state.rebuiltTo === '' ? null : IDBKeyRange.lowerBound(state.rebuiltTo, true);
  const clips = await result<Clip[]>(transaction.objectStore('clips').getAll(range, clipsPerStep));
  const docs = transaction.objectStore('searchDocs').index('id');
  for (const clip of clips) {
    if ((await result(docs.getKey(clip.id))) !== undefined) continue;
    const body = await result<ClipBody | undefined>(transaction.objectStore('bodies').get(clip.id));
    await putDocument(transaction, searchDocument(clip, { blocks: body?.blocks ?? [] }));
  }
  const fresh = await result<FreshRow[]>(transaction.objectStore('searchFresh').getAll());
  const next = await readState(transaction);
  if (next === null) return;
  const last = clips.at(-1)?.id;
  const flushed = clips.length > 0 ? await flushWriteBuffer(transaction, next, fresh) : next;
  await writeState(transaction, {
    ...flushed,
    rebuiltTo: clips.length < clipsPerStep || last === undefined ? null : last,
  });
}
