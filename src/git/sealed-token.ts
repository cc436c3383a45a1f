import { fromBase64, toBase64 } from '../core/base64.ts';
import { Failure } from '../core/failure.ts';
import { keyDatabaseName, withKeys } from './key-database.ts';

/** A token as it is kept: AES-GCM, in base64. Without this browser profile's key it says nothing. */
export interface SealedToken {
  readonly iv: string;
  readonly sealed: string;
}

/**
 * Seals a token with a key that cannot be taken out of the browser: who gets a copy of what the extension stores reads no
 * token in it. It is no protection from a program that runs as the user.
 */
export async function sealToken(token: string, name = keyDatabaseName): Promise<SealedToken> {
  const key = await withKeys(name, async (keys) => {
    const made = await crypto.subtle.generateKey({ name: 'AES-GCM', length: 256 }, false, [
      'encrypt',
      'decrypt',
    ]);
    await keys.put({ id: 'token', key: made });
    return made;
  });
  const iv = crypto.getRandomValues(new Uint8Array(12));
  const sealed = await crypto.subtle.encrypt({ name: 'AES-GCM', iv }, key, new TextEncoder().encode(token));
  return { iv: toBase64(iv), sealed: toBase64(new Uint8Array(sealed)) };
}

/** Throws `sync/no-token` where the key is gone, or is not the one that sealed it. */
export async function openToken({ iv, sealed }: SealedToken, name = keyDatabaseName): Promise<string> {
  try {
    const row = await withKeys(name, (keys) => keys.get('token'));
    if (row?.id !== 'token') throw new Failure('sync/no-token', 'no key');
    const opened = await crypto.subtle.decrypt(
      { name: 'AES-GCM', iv: fromBase64(iv) },
      row.key,
      fromBase64(sealed),
    );
    return new TextDecoder().decode(opened);
  } catch (error) {
    throw error instanceof Failure ? error : new Failure('sync/no-token', 'not readable');
  }
}
