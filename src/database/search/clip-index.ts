import { Dexie } from 'dexie';
import type { Clip, ClipBody, ClipId } from '../../core/clip/clip.ts';
import { Failure } from '../../core/failure.ts';
import { searchDocument, searchLabels } from '../../search/text/document.ts';
import { putDocument, putLabels, removeDocuments } from '../../search/index/put-document.ts';

// The engine works on plain IndexedDB requests. These run it inside the caller's Dexie transaction, so that a clip and
// its postings are committed together or not at all.

/** Indexes an article, new or changed. */
export async function indexClip(clip: Clip, body: Pick<ClipBody, 'blocks'>): Promise<void> {
  await inTransaction((transaction) => putDocument(transaction, searchDocument(clip, body)));
}

/** Indexes what changed beside the text: tags, note, author, state. */
export async function indexLabels(clips: readonly Clip[]): Promise<void> {
  await inTransaction((transaction) => putLabels(transaction, clips.map(searchLabels)));
}

export async function unindexClips(clipIds: readonly ClipId[]): Promise<void> {
  await inTransaction((transaction) => removeDocuments(transaction, clipIds));
}

/** Dexie's own promise around the engine's native ones: without it Dexie loses track of its transaction. */
function inTransaction(work: (transaction: IDBTransaction) => Promise<void>): PromiseLike<void> {
  const { currentTransaction } = Dexie;
  const transaction = (currentTransaction as { idbtrans?: IDBTransaction } | null)?.idbtrans;
  if (transaction === undefined) throw new Failure('bug', 'the index is written inside a transaction only');
  return new Dexie.Promise<void>((resolve, reject) => {
    work(transaction).then(resolve, reject);
  });
}
