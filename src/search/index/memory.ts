import type { ClipText } from './clip-text.ts';
import type { DocRow, IndexState } from './state.ts';
import type { Matches } from './tally.ts';

/** Keeps what was used last, up to so many bytes. */
class Kept<Value> {
  readonly #values = new Map<string | number, { readonly value: Value; readonly bytes: number }>();
  #bytes = 0;

  constructor(readonly mostBytes: number) {}

  get(key: string | number): Value | undefined {
    const kept = this.#values.get(key);
    if (kept === undefined) return undefined;
    this.#values.delete(key);
    this.#values.set(key, kept);
    return kept.value;
  }

  set(key: string | number, value: Value, bytes: number): void {
    if (bytes > this.mostBytes / 4) return;
    this.#bytes += bytes - (this.#values.get(key)?.bytes ?? 0);
    this.#values.delete(key);
    this.#values.set(key, { value, bytes });
    for (const [oldest, { bytes: freed }] of this.#values) {
      if (this.#bytes <= this.mostBytes) return;
      this.#values.delete(oldest);
      this.#bytes -= freed;
    }
  }
}

/** What is true of an index for good: a segment is never written again, and each text has a write of its own. */
class LastingMemory {
  /** By segment and the term asked for; null where the segment has no such block. */
  readonly blocks = new Kept<Uint8Array | null>(2_000_000);
  /** By the write that they came with. */
  readonly texts = new Kept<ClipText>(6_000_000);

  constructor(readonly generation: string) {}
}

/** What is true until something is written into the index; merging changes none of it. */
class PassingMemory {
  /** By what was looked up and where it was to stand. */
  readonly matches = new Kept<{ readonly matches: Matches; readonly stands: boolean }>(3_000_000);
  /** By slot. */
  readonly docs = new Kept<DocRow>(200_000);

  constructor(readonly writes: string) {}
}

/** What a page remembers of its searches, so that the next letter reads what is new and no more. */
export interface SearchMemory {
  readonly lasting: LastingMemory;
  readonly passing: PassingMemory;
}

const memories = new WeakMap<IDBDatabase, SearchMemory>();

/**
 * The memory of the transaction's connection for an index in this state. What a search under way has in hand stays as it
 * was. What reads among writes has one of its own: they may be taken back, and others be counted in their place.
 */
export function memoryOf({ db, mode }: IDBTransaction, state: IndexState): SearchMemory {
  const known = mode === 'readonly' ? memories.get(db) : undefined;
  const writes = `${state.generation} ${state.nextWrite}`;
  const lasting =
    known?.lasting.generation === state.generation ? known.lasting : new LastingMemory(state.generation);
  const passing = known?.passing.writes === writes ? known.passing : new PassingMemory(writes);
  const memory = { lasting, passing };
  if (mode === 'readonly') memories.set(db, memory);
  return memory;
}
