import { Buffer } from 'buffer/index.js';
import { toHex } from '../core/hex.ts';
import { Sha1 } from './sha1.ts';

/**
 * Stands in for the package `sha.js` in the bundles (build/bundles.ts): that one brings along a chain of packages for ancient
 * engines, which make functions from strings.
 */
export default class Hash {
  readonly #sha1 = new Sha1();

  update(bytes: Uint8Array): this {
    this.#sha1.update(bytes);
    return this;
  }

  digest(encoding?: 'hex'): string | Buffer {
    const digest = this.#sha1.digest();
    return encoding === 'hex' ? toHex(digest) : Buffer.from(digest);
  }
}
