import { firstLabelField } from '../text/fields.ts';
import { entriesOf, partsOf } from './codec/blocks.ts';
import { EntryCursor, type PostingSink } from './codec/entries.ts';
import { termBytes } from './codec/term-bytes.ts';
import { result } from './request.ts';
import { isPlainWord, reversedEntry, wordOfReversed } from './reversed-words.ts';
import { blocksFrom, blockStore } from './segment-blocks.ts';
import { memoryOf, type SearchMemory } from './memory.ts';
import type { FreshRow, IndexState, Segment } from './state.ts';
import { bytesOf, maskOf, Tally, type Matches } from './tally.ts';

/** Called for each entry of a range; read its postings with the function given, or not at all. */
export type EntrySink = (term: string, count: number, read: (sink: PostingSink) => void) => void;

/** Reads terms from level 0 and all segments, within one transaction: one get per term and segment. */
export class TermReader {
  readonly #dead = new Map<number, { texts: Uint8Array; labels: Uint8Array }>();
  readonly #blocks = new Map<string, Promise<Uint8Array | undefined>>();
  readonly memory: SearchMemory;

  constructor(
    readonly transaction: IDBTransaction,
    readonly state: IndexState,
    readonly fresh: readonly FreshRow[],
  ) {
    this.memory = memoryOf(transaction, state);
    for (const { id, deletedTexts, deletedLabels } of state.segments) {
      if (deletedTexts.length === 0 && deletedLabels.length === 0) continue;
      const { nextSlot } = state;
      this.#dead.set(id, { texts: marked(deletedTexts, nextSlot), labels: marked(deletedLabels, nextSlot) });
    }
  }

  /** The clips that hold a term in one of these fields, by itself. */
  async matchesOf(term: string, fields: readonly boolean[]): Promise<Matches> {
    const key = `${term} ${maskOf(fields)}`;
    const { matches: known } = this.memory.passing;
    const remembered = known.get(key);
    if (remembered !== undefined) return remembered.matches;
    const tally = new Tally(this.state.nextSlot, fields);
    await this.postings(term, tally.sink(1));
    const matches = tally.matches(this.state.docs);
    known.set(key, { matches, stands: matches.slots.length > 0 }, bytesOf(matches));
    return matches;
  }

  /** Asks for the blocks of terms that will be read: with others in one turn, rather than in one after them. */
  prefetch(terms: readonly string[]): void {
    for (const term of terms) {
      // What fails is heard of by who reads it.
      for (const { id } of this.state.segments) this.#block(id, term).catch(() => undefined);
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
      block = this.#readBlock(key, segment, term);
      this.#blocks.set(key, block);
    }
    return block;
  }

  async #readBlock(key: string, segment: number, term: string): Promise<Uint8Array | undefined> {
    const { blocks } = this.memory.lasting;
    const kept = blocks.get(key);
    if (kept !== undefined) return kept ?? undefined;
    const block = await result<Uint8Array | undefined>(
      blockStore(this.transaction).get(blocksFrom(segment, term)),
    );
    blocks.set(key, block ?? null, 100 + (block?.length ?? 0));
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
    const first = await this.#block(segment.id, prefix);
    if (first === undefined) return;
    const living = (read: PostingSink): PostingSink => this.#living(segment, read);
    // Mostly one block holds all of it, and mostly the one that holds the beginning as a word of its own.
    if (readRange(entriesOf(first), prefix, living, sink)) return;
    const store = blockStore(this.transaction);
    const end = `${prefix}\uffff`;
    const within = IDBKeyRange.bound([segment.id, prefix], [segment.id, end]);
    const [inside, after] = await Promise.all([
      result<Uint8Array[]>(blocks === null ? store.getAll(within) : store.getAll(within, blocks)),
      this.#block(segment.id, end),
    ]);
    const others = [...inside.slice(1), ...(after === undefined ? [] : [after])];
    for (const block of others) readRange(entriesOf(block), prefix, living, sink);
  }
}

/** One for each slot that is among `slots`. */
function marked(slots: Uint32Array, nextSlot: number): Uint8Array {
  const marks = new Uint8Array(nextSlot);
  for (const slot of slots) marks[slot] = 1;
  return marks;
}

/** Whether a term was met that comes after all that begin with `prefix`. */
function readRange(
  cursor: EntryCursor,
  prefix: string,
  living: (sink: PostingSink) => PostingSink,
  sink: EntrySink,
): boolean {
  const wanted = termBytes(prefix);
  while (cursor.next()) {
    if (cursor.compare(wanted) < 0) continue;
    if (!cursor.startsWith(wanted)) return true;
    sink(cursor.term, cursor.count, (read) => {
      cursor.postings(living(read));
    });
  }
  return false;
}
