import { unzlibSync } from 'fflate';
import { Failure } from '../core/failure.ts';
import { toHex } from '../core/hex.ts';
import { largestObject } from './bounded-inflate.ts';
import type { ObjectType } from './pack-writer.ts';
import { fromHex } from './sha1.ts';

export interface GitObject {
  readonly type: ObjectType | 'tag';
  readonly bytes: Uint8Array<ArrayBuffer>;
}

const types: Readonly<Record<number, GitObject['type']>> = { 1: 'commit', 2: 'tree', 3: 'blob', 4: 'tag' };
const offsetDelta = 6;
const nameDelta = 7;
const hashLength = 20;
const fanout = 8;
const hashes = fanout + 256 * 4;
/** Bases of deltas that are kept, in bytes: the objects of a chain are often read one after the other. */
const mostKept = 8_000_000;
/** Git makes none that is longer than 4,095. */
const longestChain = 5_000;

/** Where the objects of a pack begin, by its index of version 2. Nothing is unpacked but what is asked for. */
export class PackIndex {
  readonly #view: DataView;
  readonly #count: number;

  /** Throws `sync/damaged`. */
  constructor(private readonly bytes: Uint8Array) {
    this.#view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    const isIndex = bytes.byteLength >= hashes && this.#view.getUint32(0) === 0xff744f63;
    this.#count = isIndex ? this.#view.getUint32(hashes - 4) : 0;
    if (!isIndex || bytes.byteLength < hashes + this.#count * (hashLength + 8))
      throw new Failure('sync/damaged', 'the index of a pack');
  }

  /** null where the pack does not have the object. */
  offsetOf(oid: string): number | null {
    const hash = fromHex(oid);
    const [first = 0] = hash;
    let low = first === 0 ? 0 : this.#view.getUint32(fanout + (first - 1) * 4);
    let high = this.#view.getUint32(fanout + first * 4);
    while (low < high) {
      const middle = (low + high) >>> 1;
      const order = this.#compare(middle, hash);
      if (order === 0) return this.#view.getUint32(hashes + this.#count * (hashLength + 4) + middle * 4);
      if (order < 0) low = middle + 1;
      else high = middle;
    }
    return null;
  }

  #compare(index: number, hash: Uint8Array): number {
    const start = hashes + index * hashLength;
    for (let at = 0; at < hashLength; at += 1) {
      const difference = (this.bytes[start + at] ?? 0) - (hash[at] ?? 0);
      if (difference !== 0) return difference;
    }
    return 0;
  }
}

/** The objects of one pack, which is in memory as a whole. */
export class PackReader {
  readonly #bases = new Map<number, GitObject>();
  #kept = 0;

  constructor(
    private readonly pack: Uint8Array,
    /** An object of another pack that a delta is against; null where there is none. */
    private readonly outside: (oid: string) => Promise<GitObject | null>,
  ) {}

  /** The object that begins there. Throws `sync/damaged`, `sync/oversized`. */
  async objectAt(start: number): Promise<GitObject> {
    const deltas: Uint8Array[] = [];
    for (let offset = start; ;) {
      const step = this.#stepAt(offset);
      if (step.delta !== null) deltas.push(step.delta);
      if (deltas.length > longestChain) throw damaged();
      if (typeof step.base === 'number') {
        offset = step.base;
        continue;
      }
      const base = typeof step.base === 'string' ? await this.outside(step.base) : step.base;
      if (base === null) throw damaged();
      if (step.delta === null && deltas.length > 0) this.#keep(offset, base);
      const { type } = base;
      return { type, bytes: deltas.reduceRight<GitObject['bytes']>(applyDelta, base.bytes) };
    }
  }

  /** An object as it is, or a delta and what it is against: an offset in this pack, or an object's id. */
  #stepAt(offset: number): { readonly delta: Uint8Array | null; readonly base: GitObject | number | string } {
    const kept = this.#bases.get(offset);
    if (kept !== undefined) return { delta: null, base: kept };
    const { type, size, start } = this.#headAt(offset);
    const whole = types[type];
    if (whole !== undefined)
      return { delta: null, base: { type: whole, bytes: this.#unpacked(start, size) } };
    if (type === nameDelta) {
      const end = start + hashLength;
      return { delta: this.#unpacked(end, size), base: toHex(this.pack.subarray(start, end)) };
    }
    if (type !== offsetDelta) throw damaged();
    const { distance, next } = this.#distanceAt(start);
    if (distance <= 0 || distance > offset) throw damaged();
    return { delta: this.#unpacked(next, size), base: offset - distance };
  }

  #keep(offset: number, object: GitObject): void {
    if (this.#bases.has(offset)) return;
    this.#kept += object.bytes.byteLength;
    if (this.#kept > mostKept) {
      this.#bases.clear();
      this.#kept = object.bytes.byteLength;
    }
    this.#bases.set(offset, object);
  }

  /** Type and size, and where what follows begins. */
  #headAt(offset: number): { readonly type: number; readonly size: number; readonly start: number } {
    let at = offset;
    let byte = this.pack[at++] ?? 0;
    const type = (byte >> 4) & 7;
    let size = byte & 15;
    for (let factor = 16; byte & 128; factor *= 128) {
      if (at >= this.pack.byteLength) throw damaged();
      byte = this.pack[at++] ?? 0;
      size += (byte & 127) * factor;
    }
    if (size > largestObject) throw new Failure('sync/oversized', `more than ${String(largestObject)} bytes`);
    return { type, size, start: at };
  }

  /** How far before a delta its base begins. */
  #distanceAt(start: number): { readonly distance: number; readonly next: number } {
    let at = start;
    let byte = this.pack[at++] ?? 0;
    let distance = byte & 127;
    while (byte & 128) {
      if (at >= this.pack.byteLength) throw damaged();
      byte = this.pack[at++] ?? 0;
      distance = (distance + 1) * 128 + (byte & 127);
    }
    return { distance, next: at };
  }

  #unpacked(start: number, size: number): Uint8Array<ArrayBuffer> {
    try {
      // The pack's own hash comes last.
      const packed = this.pack.subarray(start, this.pack.byteLength - hashLength);
      const bytes = unzlibSync(packed, { out: new Uint8Array(size) });
      if (bytes.byteLength === size) return bytes;
    } catch (error) {
      throw damaged(error);
    }
    throw damaged();
  }
}

/** What Git's delta makes of its base: parts of the base, and new bytes. */
function applyDelta(base: Uint8Array, delta: Uint8Array): Uint8Array<ArrayBuffer> {
  let at = 0;
  const length = (): number => {
    let value = 0;
    for (let factor = 1; ; factor *= 128) {
      const byte = delta[at++];
      if (byte === undefined) throw damaged();
      value += (byte & 127) * factor;
      if ((byte & 128) === 0) return value;
    }
  };
  const from = length();
  const to = length();
  if (from !== base.byteLength) throw damaged();
  if (to > largestObject) throw new Failure('sync/oversized', `more than ${String(largestObject)} bytes`);
  const result = new Uint8Array(to);
  let filled = 0;
  while (at < delta.byteLength) {
    const command = delta[at++] ?? 0;
    const part = command & 128 ? copied(command) : added(command);
    if (filled + part.byteLength > to) throw damaged();
    result.set(part, filled);
    filled += part.byteLength;
  }
  if (filled !== to) throw damaged();
  return result;

  function added(count: number): Uint8Array {
    if (count === 0 || at + count > delta.byteLength) throw damaged();
    at += count;
    return delta.subarray(at - count, at);
  }

  function copied(command: number): Uint8Array {
    let [start, count] = [0, 0];
    for (let bit = 0; bit < 4; bit += 1) if (command & (1 << bit)) start += (delta[at++] ?? 0) * 256 ** bit;
    for (let bit = 0; bit < 3; bit += 1) if (command & (16 << bit)) count += (delta[at++] ?? 0) * 256 ** bit;
    if (count === 0) count = 0x10000;
    if (start + count > base.byteLength) throw damaged();
    return base.subarray(start, start + count);
  }
}

function damaged(cause?: unknown): Failure {
  return new Failure('sync/damaged', 'a pack', { cause });
}
