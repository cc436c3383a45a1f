import { toHex } from '../../core/hex.ts';
import type { FileKeys } from './library-key.ts';
import { type OpenFile, packFile, unpackFile } from './packed-file.ts';

/** A file as the repository has it. */
export interface SealedFile {
  /** `files/a/b/c/…`: a keyed hash of the path. */
  readonly name: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

/** Hides files' paths and contents. */
export interface FileSealer {
  readonly nameOf: (path: string) => Promise<string>;
  /** Equal files give equal bytes, on all devices. */
  readonly seal: (path: string, bytes: Uint8Array) => Promise<SealedFile>;
  /** null where it was sealed with another key, for another name, or was changed by a single bit. */
  readonly open: (name: string, bytes: Uint8Array<ArrayBuffer>) => Promise<OpenFile | null>;
}

const version = 1;
const nonceLength = 12;
const headLength = 1 + nonceLength;

/** Whether a file of the repository has such a name. */
export function isSealedName(name: string): boolean {
  return /^files\/[\da-f]\/[\da-f]\/[\da-f]\/[\da-f]{29}$/.test(name);
}

/**
 * A sealed file is a version byte, a nonce of 12 bytes, and AES-GCM of path and contents. The nonce is a keyed hash of all that is
 * sealed: it repeats where the file does. The version and the name are authenticated with it, so that no file stands for another.
 */
export function fileSealer({ contents, names, nonces }: FileKeys): FileSealer {
  const nameOf = async (path: string) => {
    const digest = await crypto.subtle.sign('HMAC', names, new TextEncoder().encode(path));
    const hash = toHex(new Uint8Array(digest, 0, 16));
    // Three digits are folders of their own: with 100,000 files 25 in each, and no folder on the way has more than 16.
    return `files/${hash.slice(0, 1)}/${hash.slice(1, 2)}/${hash.slice(2, 3)}/${hash.slice(3)}`;
  };
  return {
    nameOf,
    async seal(path, bytes) {
      const name = await nameOf(path);
      const additionalData = authenticated(name);
      const packed = packFile(path, bytes);
      const nonce = await nonceOf(nonces, additionalData, packed);
      const algorithm = { name: 'AES-GCM', iv: nonce, additionalData };
      const ciphertext = new Uint8Array(await crypto.subtle.encrypt(algorithm, contents, packed));
      const sealed = new Uint8Array(headLength + ciphertext.byteLength);
      sealed[0] = version;
      sealed.set(nonce, 1);
      sealed.set(ciphertext, headLength);
      return { name, bytes: sealed };
    },
    async open(name, bytes) {
      if (bytes[0] !== version || bytes.byteLength < headLength) return null;
      const iv = bytes.subarray(1, headLength);
      const algorithm = { name: 'AES-GCM', iv, additionalData: authenticated(name) };
      const packed = await crypto.subtle
        .decrypt(algorithm, contents, bytes.subarray(headLength))
        .catch((error: unknown) => {
          if (error instanceof DOMException) return null;
          throw error;
        });
      const file = packed === null ? null : unpackFile(new Uint8Array(packed));
      return file !== null && (await nameOf(file.path)) === name ? file : null;
    },
  };
}

function authenticated(name: string): Uint8Array<ArrayBuffer> {
  return new TextEncoder().encode(`clipshelf ${String(version)} ${name}`);
}

/** The name ends before the file begins: it holds no zero. */
async function nonceOf(
  key: CryptoKey,
  name: Uint8Array<ArrayBuffer>,
  packed: Uint8Array<ArrayBuffer>,
): Promise<Uint8Array<ArrayBuffer>> {
  const whole = new Uint8Array(name.byteLength + 1 + packed.byteLength);
  whole.set(name);
  whole.set(packed, name.byteLength + 1);
  return new Uint8Array(await crypto.subtle.sign('HMAC', key, whole)).slice(0, nonceLength);
}
