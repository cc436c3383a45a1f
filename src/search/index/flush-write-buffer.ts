import { eachField, type FieldTerms } from '../text/document-terms.ts';
import { BlockWriter } from './codec/blocks.ts';
import { ascending, EntryCursor, posting, type Posting } from './codec/entries.ts';
import { result } from './request.ts';
import { isPlainWord, reversedEntry } from './reversed-words.ts';
import { putBlocks } from './segment-blocks.ts';
import { weightOf, type FreshRow, type IndexState } from './state.ts';

/** A write before it is encoded: many at once are never rows of level 0. */
export interface TermWrite {
  readonly seq: number;
  readonly slot: number;
  readonly text: FieldTerms | null;
  readonly labels: FieldTerms | null;
}

type Terms = Map<string, Posting[]>;

function add(terms: Terms, term: string, value: Posting): void {
  const postings = terms.get(term);
  if (postings === undefined) terms.set(term, [value]);
  else postings.push(value);
}

function collectPart(terms: Terms, part: FreshRow['text'] | FieldTerms, slot: number): void {
  if (part === null) return;
  if (part instanceof Uint8Array) {
    const cursor = new EntryCursor(part);
    while (cursor.next()) {
      const { term } = cursor;
      cursor.postings((of, field) => add(terms, term, posting(of, field)));
    }
    return;
  }
  for (const [term, fields] of part) {
    eachField(fields, (field) => add(terms, term, posting(slot, field)));
  }
}

function collect(rows: readonly (FreshRow | TermWrite)[]): Terms {
  const terms: Terms = new Map();
  for (const { slot, text, labels } of rows) {
    collectPart(terms, text, slot);
    collectPart(terms, labels, slot);
  }
  return terms;
}

function writeTerms(writer: BlockWriter, terms: Terms): void {
  const words = [...terms.keys()].sort();
  for (const term of words) writer.add(term, ascending(terms.get(term) ?? []));
  for (const entry of words.filter(isPlainWord).map(reversedEntry).sort()) writer.add(entry, []);
  writer.flush();
}

/** Makes all of level 0 (`rows`) one segment. The state returned has yet to be written. */
export async function flushWriteBuffer(
  transaction: IDBTransaction,
  state: IndexState,
  rows: readonly (FreshRow | TermWrite)[],
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
