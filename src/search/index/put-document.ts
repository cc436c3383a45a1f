import type { ClipId } from '../../core/clip/clip.ts';
import type { SearchDocument, SearchLabels } from '../text/document.ts';
import { eachField, labelTerms, textTerms, type FieldTerms } from '../text/document-terms.ts';
import { ByteWriter } from './codec/byte-writer.ts';
import { EntryWriter, posting, type Posting } from './codec/entries.ts';
import { type Death, bury, deathsOf } from './bury.ts';
import { flushWriteBuffer, type TermWrite } from './flush-write-buffer.ts';
import { result, writeEach } from './request.ts';
import { emptyState, hasAnyState, readState, writeState } from './state.ts';
import type { DocRow, FreshRow, IndexState } from './state.ts';

function encodeTerms(terms: FieldTerms, slot: number): Uint8Array<ArrayBuffer> {
  const out = new ByteWriter();
  const entries = new EntryWriter(out);
  for (const term of [...terms.keys()].sort()) {
    const postings: Posting[] = [];
    const fields = terms.get(term);
    if (fields !== undefined) eachField(fields, (value) => postings.push(posting(slot, value)));
    entries.write(term, postings);
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
async function writableState(
  transaction: IDBTransaction,
  ids: ReadonlySet<ClipId>,
): Promise<IndexState | null> {
  const state = await readState(transaction);
  if (state !== null) return state;
  if (await hasAnyState(transaction)) return null;
  const clips = await result(transaction.objectStore('clips').getAllKeys(null, ids.size + 1));
  return emptyState(clips.every((key) => typeof key === 'string' && ids.has(key)) ? null : '');
}

function encoded({ seq, slot, text, labels }: TermWrite): FreshRow {
  return {
    seq,
    slot,
    text: text === null ? null : encodeTerms(text, slot),
    labels: labels === null ? null : encodeTerms(labels, slot),
  };
}

/** All that the index holds of a clip, as one write. */
export function writeOf(
  document: SearchDocument,
  seq: number,
  slot: number,
): { row: TermWrite; doc: DocRow } {
  return {
    row: { seq, slot, text: textTerms(document), labels: labelTerms(document) },
    doc: { slot, id: document.id, recency: -document.savedAt, textWrite: seq, labelsWrite: seq },
  };
}

/** From so many at once on they become a segment right away: searches meanwhile have less to look through. */
const many = 8;
/** With more rows than this in level 0, maintenance is to make room there first. */
const mostFresh = 32;

/** Indexes clips, new or changed, each of them once, inside the transaction that writes them. */
export async function putDocuments(
  transaction: IDBTransaction,
  documents: readonly SearchDocument[],
): Promise<void> {
  const [state, ...olds] = await Promise.all([
    writableState(transaction, new Set(documents.map(({ id }) => id))),
    ...documents.map(({ id }) => docRow(transaction, id)),
  ]);
  if (state === null) return;
  let { nextSlot } = state;
  const writes = documents.map((document, index) => {
    const slot = olds[index]?.slot ?? nextSlot++;
    return writeOf(document, state.nextWrite + index, slot);
  });
  const known = olds.filter((old) => old !== undefined);
  const buried = await bury(transaction, state, known.flatMap(deathsOf));
  const counted = {
    ...buried,
    nextWrite: state.nextWrite + writes.length,
    nextSlot,
    docs: state.docs + writes.length - known.length,
  };
  await putWrites(transaction, counted, writes);
}

/** Puts them into level 0, or many of them straight into a segment, and writes the state. */
async function putWrites(
  transaction: IDBTransaction,
  state: IndexState,
  writes: readonly { readonly row: TermWrite; readonly doc: DocRow }[],
): Promise<void> {
  const rows = writes.map(({ row }) => row);
  const docs = transaction.objectStore('searchDocs');
  const [next] = await Promise.all([
    putRows(transaction, state, rows),
    writeEach(writes, ({ doc }) => docs.put(doc)),
  ]);
  await writeState(transaction, next);
}

/**
 * The cheap half of `putDocuments`, for some clips at once: tags, note, author, star, read and trash state, without the
 * text. Clips that are not in the index stay out of it; that they changed is counted, since a rebuild may have read them.
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
    const row: TermWrite = { seq, slot: old.slot, text: null, labels: labelTerms(labels) };
    return { row, doc: { ...old, recency: -labels.savedAt, labelsWrite: seq } };
  });
  const dead = [...known.values()].map(({ old }): Death => ({
    seq: old.labelsWrite,
    slot: old.slot,
    part: 'labels',
  }));
  const buried = await bury(transaction, state, dead);
  const nextWrite = state.nextWrite + written.length + (known.size < all.length ? 1 : 0);
  await putWrites(transaction, { ...buried, nextWrite }, written);
}

async function putRows(
  transaction: IDBTransaction,
  state: IndexState,
  rows: readonly TermWrite[],
): Promise<IndexState> {
  const store = transaction.objectStore('searchFresh');
  if (rows.length >= many) {
    const fresh = await result<FreshRow[]>(store.getAll(null, mostFresh));
    if (fresh.length < mostFresh) return await flushWriteBuffer(transaction, state, [...fresh, ...rows]);
  }
  await writeEach(rows, (row) => store.put(encoded(row)));
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
  await writeEach(olds, ({ slot }) => transaction.objectStore('searchDocs').delete(slot));
  // Counted as a write, since a rebuild may have read what goes.
  await writeState(transaction, {
    ...buried,
    docs: state.docs - olds.length,
    nextWrite: state.nextWrite + 1,
  });
}
