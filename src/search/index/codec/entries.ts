import type { ByteWriter } from './byte-writer.ts';
import { termOf, writeTerm } from './term-bytes.ts';

/**
 * A run of entries, sorted by term:
 *
 *     shared<<4 | rest   how many bytes the term shares with the one before (up to 15), how many follow;
 *     [varint]           rest - 15 where that nibble is 15
 *     bytes              the rest of the term
 *     varint             number of postings
 *     varints            postings: (slot - slot before) << 4 | field, ascending
 */

/** A posting in memory: slot * 16 + field. Sorted numbers are sorted postings. */
export type Posting = number;

export function posting(slot: number, field: number): Posting {
  return slot * 16 + field;
}

/** Postings in order: as they are, where they are that already, as those of clips that come one after the other. */
export function ascending(postings: Posting[]): readonly Posting[] {
  for (let i = 1; i < postings.length; i += 1) {
    if ((postings[i - 1] ?? 0) > (postings[i] ?? 0)) return postings.sort((a, b) => a - b);
  }
  return postings;
}

export type PostingSink = (slot: number, field: number) => void;

/** The index holds something that it cannot have written. */
export class DamagedIndex extends Error {
  override readonly name = 'DamagedIndex';
}

/** Terms are at most 64 units long, with what the engine puts before them a few more. */
const longestTermBytes = 256;

export class EntryWriter {
  #term = new Uint8Array(longestTermBytes);
  #before = new Uint8Array(longestTermBytes);
  #beforeLength = 0;

  constructor(readonly out: ByteWriter) {}

  restart(): void {
    this.#beforeLength = 0;
  }

  write(term: string, postings: readonly Posting[], from = 0, until = postings.length): void {
    const bytes = this.#term;
    const length = writeTerm(term, bytes);
    const most = Math.min(15, length, this.#beforeLength);
    let shared = 0;
    while (shared < most && bytes[shared] === this.#before[shared]) shared += 1;
    const rest = length - shared;
    this.out.byte((shared << 4) | Math.min(rest, 15));
    if (rest >= 15) this.out.varint(rest - 15);
    this.out.append(bytes, shared, length);
    this.out.varint(until - from);
    let slotBefore = 0;
    for (let i = from; i < until; i += 1) {
      const value = postings[i] ?? 0;
      const slot = Math.floor(value / 16);
      this.out.varint(((slot - slotBefore) << 4) | (value & 15));
      slotBefore = slot;
    }
    this.#term = this.#before;
    this.#before = bytes;
    this.#beforeLength = length;
  }
}

/** Walks the entries of a run one after the other. */
export class EntryCursor {
  #at: number;
  #termBytes = new Uint8Array(longestTermBytes);
  #termLength = 0;
  #postingsRead = true;
  count = 0;

  constructor(
    readonly bytes: Uint8Array,
    start = 0,
  ) {
    this.#at = start;
  }

  #varint(): number {
    let value = 0;
    for (let shift = 0; shift < 35; shift += 7) {
      const byte = this.bytes[this.#at];
      if (byte === undefined) break;
      this.#at += 1;
      value |= (byte & 0x7f) << shift;
      if (byte < 0x80) return value >>> 0;
    }
    throw new DamagedIndex('number cut off');
  }

  #skipPostings(): void {
    const { bytes } = this;
    let at = this.#at;
    for (let left = this.count; left > 0; at += 1) {
      const byte = bytes[at];
      if (byte === undefined) throw new DamagedIndex('postings cut off');
      if (byte < 0x80) left -= 1;
    }
    this.#at = at;
  }

  /** Moves to the next entry; false at the end. */
  next(): boolean {
    if (!this.#postingsRead) this.#skipPostings();
    if (this.#at >= this.bytes.length) return false;
    const head = this.bytes[this.#at] ?? 0;
    this.#at += 1;
    const shared = head >> 4;
    const rest = (head & 15) === 15 ? 15 + this.#varint() : head & 15;
    if (
      shared > this.#termLength ||
      shared + rest > longestTermBytes ||
      this.#at + rest > this.bytes.length
    ) {
      throw new DamagedIndex('term out of bounds');
    }
    for (let i = 0; i < rest; i += 1) this.#termBytes[shared + i] = this.bytes[this.#at + i] ?? 0;
    this.#at += rest;
    this.#termLength = shared + rest;
    this.count = this.#varint();
    this.#postingsRead = false;
    return true;
  }

  get term(): string {
    return termOf(this.#termBytes, this.#termLength);
  }

  /** Below, equal to or above 0 as the entry's term sorts before, is, or sorts after the one given. */
  compare(term: Uint8Array): number {
    const length = Math.min(this.#termLength, term.length);
    for (let i = 0; i < length; i += 1) {
      const difference = (this.#termBytes[i] ?? 0) - (term[i] ?? 0);
      if (difference !== 0) return difference;
    }
    return this.#termLength - term.length;
  }

  startsWith(prefix: Uint8Array): boolean {
    if (this.#termLength < prefix.length) return false;
    for (let i = 0; i < prefix.length; i += 1) if (this.#termBytes[i] !== prefix[i]) return false;
    return true;
  }

  /** Calls `sink` for each posting of the entry; once per entry. */
  postings(sink: PostingSink): void {
    let slot = 0;
    for (let i = 0; i < this.count; i += 1) {
      const value = this.#varint();
      slot += value >>> 4;
      sink(slot, value & 15);
    }
    this.#postingsRead = true;
  }
}
