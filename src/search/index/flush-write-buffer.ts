import { BlockWriter } from './codec/blocks.ts';
import { EntryCursor, posting, type Posting } from './codec/entries.ts';
import { result } from './request.ts';
import { isPlainWord, reversedEntry } from './reversed-words.ts';
import { putBlocks } from './segment-blocks.ts';
import { weightOf, type FreshRow, type IndexState } from './state.ts';

function collect(rows: readonly FreshRow[]): Map<string, Posting[]> {
  const terms = new Map<string, Posting[]>();
  for (const bytes of rows.flatMap((row) => [row.text, row.labels])) {
    if (bytes === null) continue;
    const cursor = new EntryCursor(bytes);
    while (cursor.next()) {
      let postings = terms.get(cursor.term);
      if (postings === undefined) {
        postings = [];
        terms.set(cursor.term, postings);
      }
      const list = postings;
      cursor.postings((slot, field) => list.push(posting(slot, field)));
    }
  }
  return terms;
}

function writeTerms(writer: BlockWriter, terms: Map<string, Posting[]>): void {
  const words = [...terms.keys()].sort();
  for (const term of words) {
    writer.add(
      term,
      (terms.get(term) ?? []).sort((a, b) => a - b),
    );
  }
  for (const entry of words.filter(isPlainWord).map(reversedEntry).sort()) writer.add(entry, []);
  writer.flush();
}

/** Makes all of level 0 (`rows`) one segment. The state returned has yet to be written. */
export async function flushWriteBuffer(
  transaction: IDBTransaction,
  state: IndexState,
  rows: readonly FreshRow[],
): Promise<IndexState> {
  const first = rows[0]?.seq;
  const last = rows.at(-1)?.seq;
  if (first === undefined || last === undefined) return state;
  const writer = new BlockWriter(state.nextSegment);
  writeTerms(writer, collect(rows));
  await Promise.all([
    putBlocks(transaction, writer.blocks),
    result(transaction.objectStore('searchFresh').delete(IDBKeyRange.bound(first, last))),
  ]);
  const segment = {
    id: state.nextSegment,
    first,
    last,
    size: rows.reduce((sum, row) => sum + weightOf(row), 0),
    deletedTexts: new Uint32Array(),
    deletedLabels: new Uint32Array(),
  };
  return { ...state, nextSegment: state.nextSegment + 1, segments: [...state.segments, segment] };
}
