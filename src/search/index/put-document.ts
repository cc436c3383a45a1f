import type { ClipId } from '../../core/clip/clip.ts';
import type { SearchDocument, SearchLabels } from '../text/document.ts';
import { labelTerms, textTerms, type FieldTerms } from '../text/document-terms.ts';
import { ByteWriter } from './codec/byte-writer.ts';
import { EntryWriter, posting } from './codec/entries.ts';
import { type Death, bury, deathsOf } from './bury.ts';
import { flushWriteBuffer } from './flush-write-buffer.ts';
import { result } from './request.ts';
import { emptyState, hasAnyState, readState, writeState } from './state.ts';
import type { DocRow, FreshRow, IndexState } from './state.ts';

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
  const buried = old === undefined ? state : await bury(transaction, state, deathsOf(old));
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

/** From so many at once on they become a segment right away: searches meanwhile have less to look through. */
const manyLabels = 8;
/** With more rows than this in level 0, maintenance is to make room there first. */
const mostFresh = 32;

/**
 * The cheap half of `putDocument`, for some clips at once: tags, note, author, star, read and trash state, without the
 * text. Clips that are not in the index stay out of it.
 */
export async function putLabels(transaction: IDBTransaction, all: readonly SearchLabels[]): Promise<void> {
  const [state, ...olds] = await Promise.all([
    readState(transaction),
    ...all.map(({ id }) => docRow(transaction, id)),
  ]);
  if (state === null) return;
  // The last one said of a clip is what holds.
  const known = new Map(
    all.flatMap((labels, index) => {
      const old = olds[index];
      return old === undefined ? [] : [[labels.id, { labels, old }] as const];
    }),
  );
  const written = [...known.values()].map(({ labels, old }, index) => {
    const seq = state.nextWrite + index;
    const row: FreshRow = {
      seq,
      slot: old.slot,
      text: null,
      labels: encodeTerms(labelTerms(labels), old.slot),
    };
    return { row, doc: { ...old, recency: -labels.savedAt, labelsWrite: seq } };
  });
  const dead = [...known.values()].map(({ old }): Death => ({
    seq: old.labelsWrite,
    slot: old.slot,
    part: 'labels',
  }));
  const buried = await bury(transaction, state, dead);
  const counted = { ...buried, nextWrite: state.nextWrite + written.length };
  const [next] = await Promise.all([
    putRows(
      transaction,
      counted,
      written.map(({ row }) => row),
    ),
    ...written.map(({ doc }) => result(transaction.objectStore('searchDocs').put(doc))),
  ]);
  await writeState(transaction, next);
}

async function putRows(
  transaction: IDBTransaction,
  state: IndexState,
  rows: readonly FreshRow[],
): Promise<IndexState> {
  const store = transaction.objectStore('searchFresh');
  if (rows.length >= manyLabels) {
    const fresh = await result<FreshRow[]>(store.getAll(null, mostFresh));
    if (fresh.length < mostFresh) return await flushWriteBuffer(transaction, state, [...fresh, ...rows]);
  }
  await Promise.all(rows.map((row) => result(store.put(row))));
  return state;
}

/** Takes clips out of the index, inside the transaction that deletes them. */
export async function removeDocuments(transaction: IDBTransaction, ids: readonly ClipId[]): Promise<void> {
  const [state, ...rows] = await Promise.all([
    readState(transaction),
    ...[...new Set(ids)].map((id) => docRow(transaction, id)),
  ]);
  if (state === null) return;
  const olds = rows.filter((row) => row !== undefined);
  const buried = await bury(transaction, state, olds.flatMap(deathsOf));
  await Promise.all(olds.map(({ slot }) => result(transaction.objectStore('searchDocs').delete(slot))));
  await writeState(transaction, { ...buried, docs: state.docs - olds.length });
}
