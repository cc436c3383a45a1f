import { toHex } from '../core/hex.ts';

/** SHA-256 of bytes in hexadecimal: what files are told apart by, pictures and those of the user's folder. */
export async function sha256(bytes: BufferSource): Promise<string> {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  return toHex(digest);
}
