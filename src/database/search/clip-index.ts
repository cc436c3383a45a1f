import { Dexie } from 'dexie';
import type { Clip, ClipBody, ClipId } from '../../core/clip/clip.ts';
import { Failure } from '../../core/failure.ts';
import { type SearchDocument, searchDocument, searchLabels } from '../../search/text/document.ts';
import { putDocuments, putLabels, removeDocuments } from '../../search/index/put-document.ts';

// The engine works on plain IndexedDB requests. These run it inside the caller's Dexie transaction, so that a clip and
// its postings are committed together or not at all.

/** What waits to be indexed, by the transaction that is to write it. */
const waiting = new WeakMap<IDBTransaction, Map<ClipId, SearchDocument>>();

/** A clip's row and its article. */
export interface IndexedClip {
  readonly clip: Clip;
  readonly body: Pick<ClipBody, 'blocks'>;
}

/** Indexes an article, new or changed. */
export async function indexClip(clip: Clip, body: IndexedClip['body']): Promise<void> {
  await indexClips([{ clip, body }]);
}

/** The same of many: with one wait, since Dexie loses its transaction where a hundred promises are none of its own. */
export async function indexClips(clips: readonly IndexedClip[]): Promise<void> {
  const documents = clips.map(({ clip, body }) => searchDocument(clip, body));
  const later = waiting.get(currentTransaction());
  if (later === undefined) await inTransaction((transaction) => putDocuments(transaction, documents));
  else for (const document of documents) later.set(document.id, document);
}

/** Within the caller's transaction: what `work` indexes is written at its end, all at once, which costs much less. */
export async function indexingAtOnce(work: () => Promise<void>): Promise<void> {
  const transaction = currentTransaction();
  waiting.set(transaction, new Map());
  await work();
  await indexWaiting();
  waiting.delete(transaction);
}

async function indexWaiting(): Promise<void> {
  const later = waiting.get(currentTransaction());
  if (later === undefined || later.size === 0) return;
  const documents = [...later.values()];
  later.clear();
  await inTransaction((transaction) => putDocuments(transaction, documents));
}

/** Indexes what changed beside the text: tags, note, author, state. */
export async function indexLabels(clips: readonly Clip[]): Promise<void> {
  await indexWaiting();
  await inTransaction((transaction) => putLabels(transaction, clips.map(searchLabels)));
}

export async function unindexClips(clipIds: readonly ClipId[]): Promise<void> {
  await indexWaiting();
  await inTransaction((transaction) => removeDocuments(transaction, clipIds));
}

function currentTransaction(): IDBTransaction {
  const transaction = (Dexie.currentTransaction as { idbtrans?: IDBTransaction } | null)?.idbtrans;
  if (transaction === undefined) throw new Failure('bug', 'the index is written inside a transaction only');
  return transaction;
}

/** Dexie's own promise around the engine's native ones: without it Dexie loses track of its transaction. */
function inTransaction(work: (transaction: IDBTransaction) => Promise<void>): PromiseLike<void> {
  const transaction = currentTransaction();
  return new Dexie.Promise<void>((resolve, reject) => {
    work(transaction).then(resolve, reject);
  });
}
