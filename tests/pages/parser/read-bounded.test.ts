import { expect, test, vi } from 'vitest';
import { readBounded } from '../../../src/pages/parser/read-bounded.ts';

/** Never ends by itself. */
function endless(pieceLength: number) {
  const cancel = vi.fn<() => void>();
  const pull = vi.fn<(controller: ReadableStreamDefaultController<Uint8Array<ArrayBuffer>>) => void>(
    (controller) => controller.enqueue(new Uint8Array(pieceLength)),
  );
  return { stream: new ReadableStream({ pull, cancel }), cancel, pull };
}

test('gives all bytes in their order, up to the limit itself', async () => {
  const stream = new Blob(['abc', 'de']).stream();
  expect(await (await readBounded(stream, 5)).text()).toBe('abcde');
});

test('one byte more is too much', async () => {
  const stream = new Blob(['abc', 'def']).stream();
  await expect(readBounded(stream, 5)).rejects.toMatchObject({ code: 'page/too-large' });
});

test('what never ends is not read on', async () => {
  const { stream, cancel, pull } = endless(1_000);
  await expect(readBounded(stream, 10_000)).rejects.toMatchObject({ code: 'page/too-large' });
  expect(cancel).toHaveBeenCalledOnce();
  expect(pull.mock.calls.length).toBeLessThan(20);
});

test('what unpacks to more than it may is left packed', async () => {
  const packed = new Blob([new Uint8Array(20_000_000)]).stream().pipeThrough(new CompressionStream('gzip'));
  const unpacked = packed.pipeThrough(new DecompressionStream('gzip'));
  await expect(readBounded(unpacked, 1_000_000)).rejects.toMatchObject({ code: 'page/too-large' });
});
