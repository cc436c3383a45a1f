import { Inflate } from 'fflate';
import { Failure } from '../../core/failure.ts';
import { crc32 } from './crc32.ts';
import { bytesOf, viewOf, type ZipItem } from './read-directory.ts';
import { lengths, methods, signatures } from './zip-format.ts';
import { isBomb, zipLimits } from './zip-limits.ts';

/**
 * The bytes of one file of the archive, read by a slice and checked against its size and CRC.
 * Throws `import/too-large` for a bomb, `import/unreadable` for anything else that is not what the directory says.
 */
export async function readItem(
  file: Blob,
  item: ZipItem,
  limits = zipLimits,
): Promise<Uint8Array<ArrayBuffer>> {
  if (item.encrypted) throw damaged(item, 'encrypted');
  if (isBomb(item, limits)) throw new Failure('import/too-large', `${item.name}: ${item.size} bytes`);
  const header = await bytesOf(file, item.offset, lengths.local);
  if (viewOf(header).getUint32(0, true) !== signatures.local) throw damaged(item, 'no local header');
  const names = viewOf(header).getUint16(26, true) + viewOf(header).getUint16(28, true);
  const packed = await bytesOf(file, item.offset + lengths.local + names, item.compressedSize);
  const bytes = unpack(item, packed);
  if (bytes.length !== item.size || crc32(bytes) !== item.crc) throw damaged(item, 'checksum');
  return bytes;
}

function unpack(item: ZipItem, packed: Uint8Array<ArrayBuffer>): Uint8Array<ArrayBuffer> {
  if (item.method === methods.stored) return packed;
  if (item.method !== methods.deflated) throw damaged(item, `method ${item.method}`);
  try {
    return inflate(item, packed);
  } catch (error) {
    if (error instanceof Failure) throw error;
    throw damaged(item, String(error));
  }
}

/** Small enough that what one step unpacks (at most 1,032 times as much) cannot fill the memory. */
const stepLength = 2 ** 14;

/** Never holds more than the directory promised, whatever the data would unpack to. */
function inflate(item: ZipItem, packed: Uint8Array): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(item.size);
  let length = 0;
  const stream = new Inflate((chunk) => {
    if (length + chunk.length > item.size) throw damaged(item, 'larger than it says');
    bytes.set(chunk, length);
    length += chunk.length;
  });
  for (let at = 0; at < packed.length || at === 0; at += stepLength)
    stream.push(packed.subarray(at, at + stepLength), at + stepLength >= packed.length);
  return bytes.subarray(0, length);
}

function damaged(item: ZipItem, detail: string): Failure {
  return new Failure('import/unreadable', `${item.name}: ${detail}`);
}
