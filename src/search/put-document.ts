import type { ClipId } from '../domain/clip/clip.ts';
import type { SearchDocument, SearchLabels } from '../domain/search/document.ts';

/** Indexes a clip, new or changed, inside the transaction that writes it. */
export async function putDocument(transaction: IDBTransaction, document: SearchDocument): Promise<void> {
  await putLabels(transaction, document);
}

/** The cheap half of `putDocument`: tags, note, star, read and trash state, without the text. */
export function putLabels(transaction: IDBTransaction, labels: SearchLabels): Promise<void> {
  void transaction;
  void labels;
  return Promise.resolve();
}

/** Takes a clip out of the index, inside the transaction that deletes it. */
export function removeDocument(transaction: IDBTransaction, id: ClipId): Promise<void> {
  void transaction;
  void id;
  return Promise.resolve();
}
