import { zlibSync } from 'fflate';
import { toHex } from '../core/hex.ts';
import { Sha1, fromHex } from './sha1.ts';

export type ObjectType = 'commit' | 'tree' | 'blob';

/** A pack and its index (version 2), as files of `objects/pack`. */
export interface Pack {
  /** `pack-<hash>` */
  readonly name: string;
  readonly pack: Uint8Array<ArrayBuffer>;
  readonly index: Uint8Array<ArrayBuffer>;
}

const types: Record<ObjectType, number> = { commit: 1, tree: 2, blob: 3 };
const headerLength = 12;
const hashLength = 20;

/** Collects objects, each compressed once, into one file: what is sent is what is kept. */
export class PackWriter {
  readonly #parts: Uint8Array[] = [];
  /** Where each object begins. */
  readonly #offsets = new Map<string, number>();
  #size = headerLength;

  /** Bytes so far. */
  get size(): number {
    return this.#size;
  }

  /** The object's id. The same one twice is one. */
  add(type: ObjectType, bytes: Uint8Array): string {
    const oid = objectId(type, bytes);
    if (!this.#offsets.has(oid)) {
      this.#offsets.set(oid, this.#size);
      for (const part of [objectHeader(types[type], bytes.byteLength), zlibSync(bytes, { level: 6 })]) {
        this.#parts.push(part);
        this.#size += part.byteLength;
      }
    }
    return oid;
  }

  finish(): Pack {
    const pack = new Uint8Array(this.#size + hashLength);
    const view = new DataView(pack.buffer);
    pack.set(new TextEncoder().encode('PACK'));
    view.setUint32(4, 2);
    view.setUint32(8, this.#offsets.size);
    let at = headerLength;
    for (const part of this.#parts) {
      pack.set(part, at);
      at += part.byteLength;
    }
    const hash = new Sha1().update(pack.subarray(0, at)).digest();
    pack.set(hash, at);
    return { name: `pack-${toHex(hash)}`, pack, index: packIndex(this.#offsets, hash) };
  }
}

/** The id under which Git knows an object. */
function objectId(type: ObjectType, bytes: Uint8Array): string {
  const header = new TextEncoder().encode(`${type} ${String(bytes.byteLength)}\0`);
  return toHex(new Sha1().update(header).update(bytes).digest());
}

/** Type and length: four bits of it, then seven in each byte that follows, the lowest first. */
function objectHeader(type: number, length: number): Uint8Array {
  const bytes = [(type << 4) | (length & 15)];
  for (let rest = Math.floor(length / 16); rest > 0; rest = Math.floor(rest / 128)) {
    bytes[bytes.length - 1] = (bytes.at(-1) ?? 0) | 128;
    bytes.push(rest & 127);
  }
  return Uint8Array.from(bytes);
}

/** Nobody but this browser reads it, and no reader here looks at the checksums of single objects: they are zero. */
function packIndex(offsets: ReadonlyMap<string, number>, packHash: Uint8Array): Uint8Array<ArrayBuffer> {
  const sorted = [...offsets].toSorted(([a], [b]) => (a < b ? -1 : 1));
  const count = sorted.length;
  const index = new Uint8Array(8 + 256 * 4 + count * (hashLength + 4 + 4) + 2 * hashLength);
  const view = new DataView(index.buffer);
  view.setUint32(0, 0xff744f63);
  view.setUint32(4, 2);
  const hashes = 8 + 256 * 4;
  const starts = hashes + count * (hashLength + 4);
  for (const [at, [oid, offset]] of sorted.entries()) {
    const hash = fromHex(oid);
    index.set(hash, hashes + at * hashLength);
    view.setUint32(starts + at * 4, offset);
    const [first = 0] = hash;
    view.setUint32(8 + first * 4, at + 1);
  }
  // How many ids begin with this byte or a lower one.
  for (let first = 1; first < 256; first += 1)
    if (view.getUint32(8 + first * 4) === 0) view.setUint32(8 + first * 4, view.getUint32(4 + first * 4));
  index.set(packHash, starts + count * 4);
  index.set(new Sha1().update(index.subarray(0, -hashLength)).digest(), index.byteLength - hashLength);
  return index;
}
