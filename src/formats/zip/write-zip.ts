import { deflateSync } from 'fflate';
import { crc32 } from './crc32.ts';
import { methods } from './zip-format.ts';
import { isBomb, zipLimits } from './zip-limits.ts';
import { centralHeader, endRecords, localHeader } from './zip-records.ts';

/** Archives as a whole may unpack to 100 times their size: no file of ours to more. */
const writtenLimits = { ...zipLimits, ratio: zipLimits.totalRatio, item: Infinity };

/** One file of an archive that is being written. */
export interface ZipFile {
  /** Path with `/`, unique in the archive. */
  readonly name: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** Epoch ms. */
  readonly modifiedAt: number;
}

/**
 * An archive as a stream of chunks: each file is in memory only while it is written, of all others only name and place.
 * The same files in the same order give the same bytes. More than 65,535 files and more than 4 GiB are written as zip64.
 */
export async function* writeZip(
  files: AsyncIterable<ZipFile> | Iterable<ZipFile>,
): AsyncGenerator<Uint8Array<ArrayBuffer>> {
  const central: Uint8Array<ArrayBuffer>[] = [];
  let offset = 0;
  for await (const file of files) {
    const { method, data } = packed(file.bytes);
    const entry = {
      name: new TextEncoder().encode(file.name),
      method,
      crc: crc32(file.bytes),
      compressedSize: data.length,
      size: file.bytes.length,
      offset,
      modifiedAt: file.modifiedAt,
    };
    const header = localHeader(entry);
    central.push(centralHeader(entry));
    offset += header.length + data.length;
    yield header;
    if (data.length > 0) yield data;
  }
  yield* central;
  const size = central.reduce((total, header) => total + header.length, 0);
  yield endRecords(central.length, size, offset);
}

/**
 * Deflated, unless that does not make it smaller (images, what is gzipped already), or so much smaller that whoever reads
 * it would take it for a bomb: a log of a million equal lines.
 */
function packed(bytes: Uint8Array<ArrayBuffer>): { method: number; data: Uint8Array<ArrayBuffer> } {
  const deflated = isCompressed(bytes) ? bytes : deflateSync(bytes);
  const suspect = isBomb({ size: bytes.length, compressedSize: deflated.length }, writtenLimits);
  return deflated.length < bytes.length && !suspect
    ? { method: methods.deflated, data: deflated }
    : { method: methods.stored, data: bytes };
}

/** gzip, PNG, JPEG, WebP, GIF by their first bytes: not worth the time. */
function isCompressed(bytes: Uint8Array): boolean {
  const [a, b] = bytes;
  const start = ((a ?? 0) << 8) | (b ?? 0);
  return [0x1f8b, 0x8950, 0xffd8, 0x5249, 0x4749].includes(start);
}
