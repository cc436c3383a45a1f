import { fromBase64, toBase64 } from '../../core/base64.ts';
import { type LibraryLock, usualIterations } from '../../core/sync/library-lock.ts';

/** Bytes. */
const saltLength = 32;
const keyLength = 32;
const checkLength = 16;

/** A key from which all keys of a library follow. It cannot be taken out of the browser. */
export type LibraryKey = CryptoKey;

/** The keys of one library, none of which can be taken out of the browser. */
export interface FileKeys {
  /** AES-GCM, 256 bits. */
  readonly contents: CryptoKey;
  /** HMAC-SHA-256: names of files. */
  readonly names: CryptoKey;
  /** HMAC-SHA-256: nonces. */
  readonly nonces: CryptoKey;
}

/** A new lock with a salt of its own, and the key that opens it. */
export async function makeLock(
  passphrase: string,
  iterations = usualIterations,
): Promise<{ readonly lock: LibraryLock; readonly key: LibraryKey }> {
  const salt = toBase64(crypto.getRandomValues(new Uint8Array(saltLength)));
  const key = await deriveKey(passphrase, { salt, iterations });
  return { lock: { salt, iterations, check: await checkOf(key) }, key };
}

/** The key of a lock; null where the passphrase is another. */
export async function openLock(passphrase: string, lock: LibraryLock): Promise<LibraryKey | null> {
  const key = await deriveKey(passphrase, lock);
  return (await checkOf(key)) === lock.check ? key : null;
}

/** The keys that files are sealed with. */
export async function fileKeys(key: LibraryKey): Promise<FileKeys> {
  const hmac: HmacImportParams = { name: 'HMAC', hash: 'SHA-256' };
  const hmacKey = { ...hmac, length: 8 * keyLength };
  const [contents, names, nonces] = await Promise.all([
    crypto.subtle.deriveKey(purpose('contents'), key, { name: 'AES-GCM', length: 8 * keyLength }, false, [
      'encrypt',
      'decrypt',
    ]),
    crypto.subtle.deriveKey(purpose('names'), key, hmacKey, false, ['sign']),
    crypto.subtle.deriveKey(purpose('nonces'), key, hmacKey, false, ['sign']),
  ]);
  return { contents, names, nonces };
}

async function deriveKey(
  passphrase: string,
  { salt, iterations }: Pick<LibraryLock, 'salt' | 'iterations'>,
): Promise<LibraryKey> {
  // One passphrase, however a keyboard composes its letters.
  const typed = new TextEncoder().encode(passphrase.trim().normalize('NFC'));
  const secret = await crypto.subtle.importKey('raw', typed, 'PBKDF2', false, ['deriveBits']);
  const slow = { name: 'PBKDF2', hash: 'SHA-256', salt: fromBase64(salt), iterations };
  const bits = await crypto.subtle.deriveBits(slow, secret, 8 * keyLength);
  return await crypto.subtle.importKey('raw', bits, 'HKDF', false, ['deriveBits', 'deriveKey']);
}

/** Cheap to compute for who has the key; who has it alone is no nearer to the key than by guessing passphrases. */
async function checkOf(key: LibraryKey): Promise<string> {
  const bits = await crypto.subtle.deriveBits(purpose('check'), key, 8 * checkLength);
  return toBase64(new Uint8Array(bits));
}

/** A key for each purpose: what is learnt of one says nothing of the others. */
function purpose(name: string): HkdfParams {
  const info = new TextEncoder().encode(`clipshelf library 1 ${name}`);
  return { name: 'HKDF', hash: 'SHA-256', salt: new Uint8Array(), info };
}
