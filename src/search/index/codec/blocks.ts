import { ByteWriter } from './byte-writer.ts';
import { DamagedIndex, EntryCursor, EntryWriter, type Posting } from './entries.ts';

/**
 * A segment's entries in blocks. A block begins with a varint: 0 for a run of entries, or the number of parts of a
 * long entry, of which it holds one. Key: [segment, last term, part].
 */
export type BlockKey = [segment: number, lastTerm: string, part: number];

export interface Block {
  readonly key: BlockKey;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

/** 2 kB and 32 kB measured slower: one block per term is read, with whatever stands beside the term. */
const blockSize = 8192;
/** A list of more postings than this is not put beside other terms. */
const longList = 4000;
/** Of a long list all is read anyway, so larger values are better: about 32 kB. */
const partLength = 16_000;

export class BlockWriter {
  readonly #out = new ByteWriter();
  readonly #entries = new EntryWriter(this.#out);
  #lastTerm: string | null = null;
  readonly blocks: Block[] = [];

  constructor(readonly segment: number) {}

  add(term: string, postings: readonly Posting[]): void {
    if (postings.length > longList) {
      this.flush();
      this.#addLong(term, postings);
      return;
    }
    if (this.#lastTerm === null) this.#out.varint(0);
    this.#entries.write(term, postings);
    this.#lastTerm = term;
    if (this.#out.length >= blockSize) this.flush();
  }

  #addLong(term: string, postings: readonly Posting[]): void {
    const parts = Math.ceil(postings.length / partLength);
    for (let part = 0; part < parts; part += 1) {
      this.#out.varint(parts);
      this.#entries.restart();
      this.#entries.write(
        term,
        postings,
        part * partLength,
        Math.min((part + 1) * partLength, postings.length),
      );
      this.blocks.push({ key: [this.segment, term, part], bytes: this.#out.take() });
    }
    this.#entries.restart();
  }

  flush(): void {
    if (this.#lastTerm === null) return;
    this.blocks.push({ key: [this.segment, this.#lastTerm, 0], bytes: this.#out.take() });
    this.#lastTerm = null;
    this.#entries.restart();
  }
}

/** How many parts the entry that this block belongs to has; 0 where it is a run of entries. */
export function partsOf(bytes: Uint8Array): number {
  const parts = bytes[0];
  if (parts === undefined || parts > 127) throw new DamagedIndex('block without a head');
  return parts;
}

export function entriesOf(bytes: Uint8Array): EntryCursor {
  partsOf(bytes);
  return new EntryCursor(bytes, 1);
}
