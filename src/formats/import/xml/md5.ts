import { toHex } from '../../../core/hex.ts';

/** The turns and constants of RFC 1321. */
const turns = [
  [7, 12, 17, 22],
  [5, 9, 14, 20],
  [4, 11, 16, 23],
  [6, 10, 15, 21],
] as const;
const sines = Uint32Array.from({ length: 64 }, (_each, index) => Math.abs(Math.sin(index + 1)) * 2 ** 32);

/**
 * MD5 (RFC 1321) in hexadecimal. Evernote names pictures by it, and browsers' own `crypto` does not know it; nothing
 * here relies on its being hard to forge.
 */
export function md5(bytes: Uint8Array): string {
  const length = Math.ceil((bytes.length + 9) / 64) * 64;
  const padded = new Uint8Array(length);
  padded.set(bytes);
  padded[bytes.length] = 0x80;
  const view = new DataView(padded.buffer);
  view.setUint32(length - 8, (bytes.length * 8) >>> 0, true);
  view.setUint32(length - 4, Math.floor(bytes.length / 2 ** 29), true);
  let [a, b, c, d] = [0x67452301, 0xefcdab89, 0x98badcfe, 0x10325476];
  for (let at = 0; at < length; at += 64) {
    let [w, x, y, z] = [a, b, c, d];
    for (let step = 0; step < 64; step += 1) {
      const round = step >> 4;
      const [mixed, word] = mix(round, step, x, y, z);
      const sum = (w + mixed + (sines[step] ?? 0) + view.getUint32(at + word * 4, true)) | 0;
      const turn = turns[round]?.[step & 3] ?? 0;
      [w, x, y, z] = [z, (x + ((sum << turn) | (sum >>> (32 - turn)))) | 0, x, y];
    }
    [a, b, c, d] = [(a + w) | 0, (b + x) | 0, (c + y) | 0, (d + z) | 0];
  }
  const out = new DataView(new ArrayBuffer(16));
  for (const [index, word] of [a, b, c, d].entries()) out.setInt32(index * 4, word, true);
  return toHex(new Uint8Array(out.buffer));
}

function mix(round: number, step: number, x: number, y: number, z: number): readonly [number, number] {
  if (round === 0) return [(x & y) | (~x & z), step];
  if (round === 1) return [(x & z) | (y & ~z), (5 * step + 1) & 15];
  if (round === 2) return [x ^ y ^ z, (3 * step + 5) & 15];
  return [y ^ (x | ~z), (7 * step) & 15];
}
