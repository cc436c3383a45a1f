import type { TextBlock } from '../clip/article.ts';

/** Names the text of an article, block by block: equal for equal texts. */
export function textHash(blocks: readonly TextBlock[]): string {
  return hashOf(blocks.map(({ text }) => text));
}

/**
 * 64 bits of two multiplicative hashes, in hexadecimal. It is made inside a transaction, where no promise but the database's
 * own may be waited for, so it cannot be one of Web Crypto's.
 */
export function hashOf(texts: readonly string[]): string {
  let [a, b] = [0x81_1c_9d_c5, 0x9e_37_79_b9];
  const add = (unit: number) => {
    a = Math.imul(a ^ unit, 0x01_00_01_93);
    b = Math.imul(b ^ unit, 0x85_eb_ca_6b);
    b ^= b >>> 13;
  };
  for (const text of texts) {
    for (let index = 0; index < text.length; index += 1) add(text.charCodeAt(index));
    // No unit of a text: where one ends counts.
    add(0x1_00_00);
  }
  return hex(a) + hex(b);
}

function hex(value: number): string {
  return (value >>> 0).toString(16).padStart(8, '0');
}
