import { deflateSync, inflateSync } from 'fflate';

/** A file as the library knows it: its path, and what is in it. */
export interface OpenFile {
  readonly path: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

/** Bytes before the path: the path's length, the body's, and the contents' own. */
const headLength = 2 + 4 + 4;
/** As what Git unpacks: no file of ours comes near it. */
const largestFile = 128 * 2 ** 20;

/**
 * Path and contents in one piece, made smaller where that helps: what is encrypted can not be made smaller any more. Zeros at its
 * end hide its exact length.
 */
export function packFile(path: string, bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  const deflated = deflateSync(bytes, { level: 6 });
  // Of the same length it is as it was.
  const body = deflated.byteLength < bytes.byteLength ? deflated : bytes;
  const name = new TextEncoder().encode(path);
  const packed = new Uint8Array(paddedLength(headLength + name.byteLength + body.byteLength));
  const view = new DataView(packed.buffer);
  view.setUint16(0, name.byteLength);
  view.setUint32(2, body.byteLength);
  view.setUint32(6, bytes.byteLength);
  packed.set(name, headLength);
  packed.set(body, headLength + name.byteLength);
  return packed;
}

/** null where these bytes are no packed file. */
export function unpackFile(packed: Uint8Array<ArrayBuffer>): OpenFile | null {
  if (packed.byteLength < headLength) return null;
  const view = new DataView(packed.buffer, packed.byteOffset, packed.byteLength);
  const start = headLength + view.getUint16(0);
  const end = start + view.getUint32(2);
  const length = view.getUint32(6);
  if (end > packed.byteLength || length > largestFile) return null;
  const path = new TextDecoder().decode(packed.subarray(headLength, start));
  const body = packed.slice(start, end);
  const bytes = body.byteLength === length ? body : inflated(body, length);
  return bytes === null ? null : { path, bytes };
}

/** No more than it says to be is ever unpacked. */
function inflated(body: Uint8Array, length: number): Uint8Array<ArrayBuffer> | null {
  try {
    const bytes = inflateSync(body, { out: new Uint8Array(length) });
    return bytes.byteLength === length ? new Uint8Array(bytes) : null;
  } catch {
    return null;
  }
}

/**
 * The next length of which only the first few binary digits are not zero: at most an eighth more, and less for larger files. A
 * length tells the less of which article a file is. (Padmé: Nikitin and others, "Reducing Metadata Leakage from Encrypted Files
 * and Communication with PURBs", 2019.)
 */
export function paddedLength(length: number): number {
  const exponent = Math.floor(Math.log2(length));
  const unit = 2 ** (exponent - Math.floor(Math.log2(exponent)) - 1);
  return Math.ceil(length / unit) * unit;
}
