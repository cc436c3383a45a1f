import { Failure } from '../../core/failure.ts';
import { decodeText } from '../text/decode-text.ts';
import { flags, lengths, overflow16, overflow32, signatures, zip64Extra } from './zip-format.ts';
import { assertWithinLimits, zipLimits } from './zip-limits.ts';

/** One file of an archive as its central directory lists it. */
export interface ZipItem {
  /** As the archive has it: hostile until entryPath has passed it. */
  readonly name: string;
  readonly method: number;
  readonly encrypted: boolean;
  readonly crc: number;
  readonly compressedSize: number;
  readonly size: number;
  readonly offset: number;
}

interface DirectoryPlace {
  readonly count: number;
  readonly size: number;
  readonly offset: number;
}

/**
 * The files of an archive, in its order, without its folders. Reads the directory only, by slices of the file.
 * Throws `import/unreadable` (no zip, damaged, overlapping entries) or `import/too-large` (zipLimits).
 */
export async function readDirectory(file: Blob, limits = zipLimits): Promise<ZipItem[]> {
  const place = await findDirectory(file);
  if (place.count > limits.items) throw new Failure('import/too-large', `${place.count} entries`);
  if (place.size > limits.directory)
    throw new Failure('import/too-large', `directory of ${place.size} bytes`);
  if (place.offset + place.size > file.size) throw damaged('directory outside of the file');
  const bytes = await bytesOf(file, place.offset, place.size);
  const items = parseDirectory(bytes, place);
  assertDisjoint(items, place.offset);
  assertWithinLimits(items, file.size, limits);
  return items.filter((item) => !item.name.endsWith('/'));
}

/** True where the bytes begin as an archive does. */
export function looksLikeZip(start: Uint8Array): boolean {
  const signature = start.length < 4 ? 0 : new DataView(start.buffer, start.byteOffset).getUint32(0, true);
  return signature === signatures.local || signature === signatures.end;
}

/** The end record is in the last 22 bytes plus a comment of at most 65,535. */
async function findDirectory(file: Blob): Promise<DirectoryPlace> {
  const tailStart = Math.max(0, file.size - lengths.end - overflow16);
  const tail = await bytesOf(file, tailStart, file.size - tailStart);
  const view = viewOf(tail);
  for (let at = tail.length - lengths.end; at >= 0; at -= 1) {
    if (view.getUint32(at, true) !== signatures.end) continue;
    const place = {
      count: view.getUint16(at + 10, true),
      size: view.getUint32(at + 12, true),
      offset: view.getUint32(at + 16, true),
    };
    const needs64 = place.count === overflow16 || place.size === overflow32 || place.offset === overflow32;
    return needs64 ? ((await findZip64(file, tailStart + at)) ?? place) : place;
  }
  throw damaged('no end record');
}

async function findZip64(file: Blob, endAt: number): Promise<DirectoryPlace | null> {
  const locatorAt = endAt - lengths.zip64Locator;
  if (locatorAt < 0) return null;
  const locator = viewOf(await bytesOf(file, locatorAt, lengths.zip64Locator));
  if (locator.getUint32(0, true) !== signatures.zip64Locator) return null;
  const at = uint64(locator, 8);
  if (at + lengths.zip64End > file.size) throw damaged('zip64 record outside of the file');
  const end = viewOf(await bytesOf(file, at, lengths.zip64End));
  if (end.getUint32(0, true) !== signatures.zip64End) throw damaged('no zip64 record');
  return { count: uint64(end, 32), size: uint64(end, 40), offset: uint64(end, 48) };
}

function parseDirectory(bytes: Uint8Array<ArrayBuffer>, { count }: DirectoryPlace): ZipItem[] {
  const view = viewOf(bytes);
  const items: ZipItem[] = [];
  let at = 0;
  for (let index = 0; index < count; index += 1) {
    if (at + lengths.central > bytes.length || view.getUint32(at, true) !== signatures.central)
      throw damaged(`directory entry ${index}`);
    const nameLength = view.getUint16(at + 28, true);
    const extraLength = view.getUint16(at + 30, true);
    const next = at + lengths.central + nameLength + extraLength + view.getUint16(at + 32, true);
    if (next > bytes.length) throw damaged(`directory entry ${index}`);
    const nameAt = at + lengths.central;
    const name = decodeText(bytes.subarray(nameAt, nameAt + nameLength)).text;
    const extra = new DataView(bytes.buffer, bytes.byteOffset + nameAt + nameLength, extraLength);
    items.push(parseEntry(view, at, name, extra));
    at = next;
  }
  return items;
}

function parseEntry(view: DataView, at: number, name: string, extra: DataView): ZipItem {
  const old = [view.getUint32(at + 24, true), view.getUint32(at + 20, true), view.getUint32(at + 42, true)];
  const [size = 0, compressedSize = 0, offset = 0] = old.includes(overflow32) ? widened(old, extra) : old;
  return {
    name,
    method: view.getUint16(at + 10, true),
    encrypted: (view.getUint16(at + 8, true) & flags.encrypted) !== 0,
    crc: view.getUint32(at + 16, true),
    compressedSize,
    size,
    offset,
  };
}

/** The zip64 extra field has the overflown ones of size, compressed size and offset, in this order. */
function widened(values: readonly number[], extra: DataView): number[] {
  for (let at = 0; at + 4 <= extra.byteLength; at += 4 + extra.getUint16(at + 2, true)) {
    if (extra.getUint16(at, true) !== zip64Extra) continue;
    let next = at + 4;
    return values.map((value) => {
      if (value !== overflow32) return value;
      if (next + 8 > extra.byteLength) throw damaged('zip64 field too short');
      next += 8;
      return uint64(extra, next - 8);
    });
  }
  return [...values];
}

/** Entries that share bytes are how a small file pretends to be a huge archive. */
function assertDisjoint(items: readonly ZipItem[], directoryAt: number): void {
  const inOrder = items.toSorted((a, b) => a.offset - b.offset);
  for (const [index, item] of inOrder.entries()) {
    const end = item.offset + lengths.local + item.compressedSize;
    if (end > (inOrder[index + 1]?.offset ?? directoryAt)) throw damaged('entries overlap');
  }
}

/** Throws where the number is beyond what a number can hold exactly: no real archive is so large. */
function uint64(view: DataView, at: number): number {
  const value = view.getBigUint64(at, true);
  if (value > BigInt(Number.MAX_SAFE_INTEGER)) throw damaged('number too large');
  return Number(value);
}

export async function bytesOf(file: Blob, offset: number, length: number): Promise<Uint8Array<ArrayBuffer>> {
  const bytes = new Uint8Array(await file.slice(offset, offset + length).arrayBuffer());
  if (bytes.length < length) throw damaged('cut off');
  return bytes;
}

export function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

function damaged(detail: string): Failure {
  return new Failure('import/unreadable', `zip: ${detail}`);
}
