import { firstLabelField } from '../text/fields.ts';
import { entriesOf, partsOf } from './codec/blocks.ts';
import { EntryCursor } from './codec/entries.ts';
import { termBytes } from './codec/term-bytes.ts';
import { result } from './request.ts';
import { isPlainWord, reversedEntry, wordOfReversed } from './reversed-words.ts';
import { blocksFrom, blockStore } from './segment-blocks.ts';
import type { FreshRow, IndexState, Segment } from './state.ts';

export type PostingSink = (slot: number, field: number) => void;
/** Called for each entry of a range; read its postings with the function given, or not at all. */
export type EntrySink = (term: string, count: number, read: (sink: PostingSink) => void) => void;

/** Reads terms from level 0 and all segments, within one transaction: one get per term and segment. */
export class TermReader {
  readonly #dead = new Map<number, { texts: Uint8Array; labels: Uint8Array }>();
  readonly #blocks = new Map<string, Promise<Uint8Array | undefined>>();

  constructor(
    readonly transaction: IDBTransaction,
    readonly state: IndexState,
    readonly fresh: readonly FreshRow[],
  ) {
    for (const { id, deletedTexts, deletedLabels } of state.segments) {
      if (deletedTexts.length === 0 && deletedLabels.length === 0) continue;
      const { nextSlot } = state;
      this.#dead.set(id, { texts: marked(deletedTexts, nextSlot), labels: marked(deletedLabels, nextSlot) });
    }
  }

  /** Calls `sink` for every live posting of a term, in no particular order. */
  async postings(term: string, sink: PostingSink): Promise<void> {
    const wanted = termBytes(term);
    for (const bytes of this.#freshRuns()) {
      const cursor = new EntryCursor(bytes);
      while (cursor.next()) {
        const order = cursor.compare(wanted);
        if (order === 0) cursor.postings(sink);
        if (order >= 0) break;
      }
    }
    await Promise.all(this.state.segments.map((segment) => this.#fromSegment(segment, term, wanted, sink)));
  }

  /**
   * Calls `sink` for every entry whose term begins with `prefix`, segment by segment, at most `blocks` blocks of
   * each segment (null: all). Entries of one term come once per segment and part.
   */
  async range(prefix: string, blocks: number | null, sink: EntrySink): Promise<void> {
    for (const bytes of this.#freshRuns()) readRange(new EntryCursor(bytes), prefix, (read) => read, sink);
    await Promise.all(this.state.segments.map((segment) => this.#rangeOf(segment, prefix, blocks, sink)));
  }

  /** The plain words that end in `ending`, again at most so many blocks of each segment. */
  async wordsEnding(ending: string, blocks: number, sink: (word: string) => void): Promise<void> {
    for (const bytes of this.#freshRuns()) {
      const cursor = new EntryCursor(bytes);
      while (cursor.next()) {
        const { term } = cursor;
        if (isPlainWord(term) && term.endsWith(ending)) sink(term);
      }
    }
    const prefix = reversedEntry(ending);
    await Promise.all(
      this.state.segments.map((segment) =>
        this.#rangeOf(segment, prefix, blocks, (term) => {
          const word = wordOfReversed(term);
          if (word !== null) sink(word);
        }),
      ),
    );
  }

  #freshRuns(): readonly Uint8Array[] {
    return this.fresh.flatMap(({ text, labels }) => [text, labels]).filter((bytes) => bytes !== null);
  }

  #living(segment: Segment, sink: PostingSink): PostingSink {
    const dead = this.#dead.get(segment.id);
    if (dead === undefined) return sink;
    return (slot, field) => {
      if ((field >= firstLabelField ? dead.labels : dead.texts)[slot] !== 1) sink(slot, field);
    };
  }

  /** The block that holds a term, if the segment has it at all; the same block is read once per search. */
  #block(segment: number, term: string): Promise<Uint8Array | undefined> {
    const key = `${segment} ${term}`;
    let block = this.#blocks.get(key);
    if (block === undefined) {
      block = result<Uint8Array | undefined>(blockStore(this.transaction).get(blocksFrom(segment, term)));
      this.#blocks.set(key, block);
    }
    return block;
  }

  async #fromSegment(segment: Segment, term: string, wanted: Uint8Array, sink: PostingSink): Promise<void> {
    const block = await this.#block(segment.id, term);
    if (block === undefined) return;
    const living = this.#living(segment, sink);
    const cursor = entriesOf(block);
    while (cursor.next()) {
      const order = cursor.compare(wanted);
      if (order === 0) {
        cursor.postings(living);
        if (partsOf(block) > 1) await this.#laterParts(segment.id, term, living);
      }
      if (order >= 0) break;
    }
  }

  async #laterParts(segment: number, term: string, sink: PostingSink): Promise<void> {
    const parts = await result<Uint8Array[]>(
      blockStore(this.transaction).getAll(IDBKeyRange.bound([segment, term, 1], [segment, term, []])),
    );
    for (const part of parts) {
      const cursor = entriesOf(part);
      if (cursor.next()) cursor.postings(sink);
    }
  }

  async #rangeOf(segment: Segment, prefix: string, blocks: number | null, sink: EntrySink): Promise<void> {
    const store = blockStore(this.transaction);
    const end = `${prefix}\uffff`;
    const within = IDBKeyRange.bound([segment.id, prefix], [segment.id, end]);
    const [inside, after] = await Promise.all([
      result<Uint8Array[]>(blocks === null ? store.getAll(within) : store.getAll(within, blocks)),
      this.#block(segment.id, end),
    ]);
    const runs = after === undefined ? inside : [...inside, after];
    for (const block of runs) {
      readRange(entriesOf(block), prefix, (read) => this.#living(segment, read), sink);
    }
  }
}

/** One for each slot that is among `slots`. */
function marked(slots: Uint32Array, nextSlot: number): Uint8Array {
  const marks = new Uint8Array(nextSlot);
  for (const slot of slots) marks[slot] = 1;
  return marks;
}

function readRange(
  cursor: EntryCursor,
  prefix: string,
  living: (sink: PostingSink) => PostingSink,
  sink: EntrySink,
): void {
  const wanted = termBytes(prefix);
  while (cursor.next()) {
    if (cursor.compare(wanted) < 0) continue;
    if (!cursor.startsWith(wanted)) break;
    sink(cursor.term, cursor.count, (read) => {
      cursor.postings(living(read));
    });
  }
}
