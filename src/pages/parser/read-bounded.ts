import { Failure } from '../../core/failure.ts';

/** All that a stream gives. Throws `page/too-large` as soon as that is more than `limit` bytes, and reads no further. */
export async function readBounded(
  stream: ReadableStream<Uint8Array<ArrayBuffer>>,
  limit: number,
): Promise<Blob> {
  const pieces: BlobPart[] = [];
  let length = 0;
  const reader = stream.getReader();
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return new Blob(pieces);
    length += value.byteLength;
    if (length > limit) {
      await reader.cancel();
      throw new Failure('page/too-large', `more than ${limit} bytes`);
    }
    pieces.push(value);
  }
}
