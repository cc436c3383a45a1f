import type { ClipId } from '../../core/clip/clip.ts';
import type { SearchDocument, SearchLabels } from '../text/document.ts';
import { labelTerms, textTerms, type FieldTerms } from '../text/document-terms.ts';
import { ByteWriter } from './codec/byte-writer.ts';
import { EntryWriter, posting } from './codec/entries.ts';
import { result } from './request.ts';
import { emptyState, hasAnyState, readState, writeState } from './state.ts';
import type { DocRow, FreshRow, IndexState, Segment } from './state.ts';

function encodeTerms(terms: FieldTerms, slot: number): Uint8Array<ArrayBuffer> {
  const out = new ByteWriter();
  const entries = new EntryWriter(out);
  for (const term of [...terms.keys()].sort()) {
    entries.write(
      term,
      (terms.get(term) ?? []).map((value) => posting(slot, value)),
    );
  }
  return out.take();
}

export async function docRow(transaction: IDBTransaction, id: ClipId): Promise<DocRow | undefined> {
  return await result<DocRow | undefined>(transaction.objectStore('searchDocs').index('id').get(id));
}

/**
 * The state to write into; the first write of all makes one, which is complete if there is no other clip. Null where
 * what stands there awaits a rebuild.
 */
async function writableState(transaction: IDBTransaction, id: ClipId): Promise<IndexState | null> {
  const state = await readState(transaction);
  if (state !== null) return state;
  if (await hasAnyState(transaction)) return null;
  const clips = await result(transaction.objectStore('clips').getAllKeys(null, 2));
  return emptyState(clips.every((key) => key === id) ? null : '');
}

type Part = 'text' | 'labels';

function appended(slots: Uint32Array, slot: number): Uint32Array {
  const longer = new Uint32Array(slots.length + 1);
  longer.set(slots);
  longer[slots.length] = slot;
  return longer;
}

function withDead(segment: Segment, parts: readonly Part[], slot: number): Segment {
  return {
    ...segment,
    deletedTexts: parts.includes('text') ? appended(segment.deletedTexts, slot) : segment.deletedTexts,
    deletedLabels: parts.includes('labels') ? appended(segment.deletedLabels, slot) : segment.deletedLabels,
  };
}

/** What write `seq` said about a part of the slot no longer holds. */
async function markDeleted(
  transaction: IDBTransaction,
  state: IndexState,
  seq: number,
  slot: number,
  parts: readonly Part[],
): Promise<IndexState> {
  const at = state.segments.findIndex((segment) => segment.first <= seq && seq <= segment.last);
  const segment = state.segments[at];
  if (segment !== undefined) {
    return { ...state, segments: state.segments.with(at, withDead(segment, parts, slot)) };
  }
  const fresh = transaction.objectStore('searchFresh');
  const row = await result<FreshRow | undefined>(fresh.get(seq));
  if (row === undefined) return state;
  const left: FreshRow = {
    ...row,
    text: parts.includes('text') ? null : row.text,
    labels: parts.includes('labels') ? null : row.labels,
  };
  if (left.text === null && left.labels === null) await result(fresh.delete(seq));
  else await result(fresh.put(left));
  return state;
}

async function markAllDeleted(
  transaction: IDBTransaction,
  state: IndexState,
  doc: DocRow,
): Promise<IndexState> {
  if (doc.textWrite === doc.labelsWrite) {
    return await markDeleted(transaction, state, doc.textWrite, doc.slot, ['text', 'labels']);
  }
  const next = await markDeleted(transaction, state, doc.textWrite, doc.slot, ['text']);
  return await markDeleted(transaction, next, doc.labelsWrite, doc.slot, ['labels']);
}

/** All that the index holds of a clip, as one write. */
export function writeOf(document: SearchDocument, seq: number, slot: number): { row: FreshRow; doc: DocRow } {
  return {
    row: {
      seq,
      slot,
      text: encodeTerms(textTerms(document), slot),
      labels: encodeTerms(labelTerms(document), slot),
    },
    doc: { slot, id: document.id, recency: -document.savedAt, textWrite: seq, labelsWrite: seq },
  };
}

/** Indexes a clip, new or changed, inside the transaction that writes it. */
export async function putDocument(transaction: IDBTransaction, document: SearchDocument): Promise<void> {
  const [state, old] = await Promise.all([
    writableState(transaction, document.id),
    docRow(transaction, document.id),
  ]);
  if (state === null) return;
  const seq = state.nextWrite;
  const slot = old?.slot ?? state.nextSlot;
  const buried = old === undefined ? state : await markAllDeleted(transaction, state, old);
  const { row, doc } = writeOf(document, seq, slot);
  await Promise.all([
    result(transaction.objectStore('searchFresh').put(row)),
    result(transaction.objectStore('searchDocs').put(doc)),
    writeState(transaction, {
      ...buried,
      nextWrite: seq + 1,
      nextSlot: old === undefined ? slot + 1 : state.nextSlot,
      docs: state.docs + (old === undefined ? 1 : 0),
    }),
  ]);
}

/**
 * The cheap half of `putDocument`, for some clips at once: tags, note, author, star, read and trash state, without the
 * text. Clips that are not in the index stay out of it.
 */
export async function putLabels(transaction: IDBTransaction, all: readonly SearchLabels[]): Promise<void> {
  let state = await readState(transaction);
  if (state === null) return;
  for (const labels of all) {
    const old = await docRow(transaction, labels.id);
    if (old === undefined) continue;
    const seq: number = state.nextWrite;
    const buried: IndexState = await markDeleted(transaction, state, old.labelsWrite, old.slot, ['labels']);
    const row: FreshRow = {
      seq,
      slot: old.slot,
      text: null,
      labels: encodeTerms(labelTerms(labels), old.slot),
    };
    await Promise.all([
      result(transaction.objectStore('searchFresh').put(row)),
      result(
        transaction.objectStore('searchDocs').put({ ...old, recency: -labels.savedAt, labelsWrite: seq }),
      ),
    ]);
    state = { ...buried, nextWrite: seq + 1 };
  }
  await writeState(transaction, state);
}

/** Takes clips out of the index, inside the transaction that deletes them. */
export async function removeDocuments(transaction: IDBTransaction, ids: readonly ClipId[]): Promise<void> {
  let state = await readState(transaction);
  if (state === null) return;
  for (const id of ids) {
    const old = await docRow(transaction, id);
    if (old === undefined) continue;
    const buried: IndexState = await markAllDeleted(transaction, state, old);
    await result(transaction.objectStore('searchDocs').delete(old.slot));
    state = { ...buried, docs: state.docs - 1 };
  }
  await writeState(transaction, state);
}
