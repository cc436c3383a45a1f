import pako from 'pako';
import { Failure } from '../core/failure.ts';

/** No file of ours comes near it, in bytes; who may write to the repository may put a few kB there that unpack to gigabytes. */
export const largestObject = 128 * 2 ** 20;

interface Inflating {
  readonly chunks: Uint8Array[];
  /** Bytes so far. */
  inflated?: number;
}

/**
 * From here on what isomorphic-git unpacks has an end: an object that grows beyond `largest` is `sync/oversized`. Imported
 * before isomorphic-git reads anything, since it unpacks objects whole.
 */
export function boundInflate(largest = largestObject): void {
  const prototype = pako.Inflate.prototype as { onData: (this: Inflating, chunk: Uint8Array) => void };
  prototype.onData = function keep(chunk) {
    this.inflated = (this.inflated ?? 0) + chunk.byteLength;
    if (this.inflated > largest) throw new Failure('sync/oversized', `more than ${String(largest)} bytes`);
    this.chunks.push(chunk);
  };
}
